-- What simulated snapshots hold where nobody says otherwise: a shop's last 1200 orders, one an hour,
-- the last of them at ${newest}.
create table customers (
  id bigint primary key,
  name text not null
);

create table orders (
  id bigint primary key,
  customer_id bigint not null references customers,
  placed_at timestamptz not null,
  status text not null,
  total numeric(10, 2) not null
);

create table lines (
  id bigint primary key,
  order_id bigint not null references orders,
  product text not null,
  quantity integer not null
);

insert into customers select n, 'customer ' || n from generate_series(1, 100) n;

insert into orders
select n, 1 + n % 100, timestamptz '${newest}' - make_interval(hours => 1200 - n),
  case when n % 20 = 0 then 'open' else 'paid' end, 10 + n % 90
from generate_series(1, 1200) n;

insert into lines select n, 1 + n % 1200, 'product ' || n % 40, 1 + n % 3 from generate_series(1, 3000) n;
