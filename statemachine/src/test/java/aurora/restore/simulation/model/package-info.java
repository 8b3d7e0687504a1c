/**
 * Holds the simulated services against AWS's own models of the real ones, which nobody here wrote.
 * Every call of every story and its answer pass {@link aurora.restore.simulation.model.ModelCheck}.
 * The models are those of botocore, the library under the AWS CLI: they alone have limits,
 * patterns, required members and the HTTP status of each error; the SDK's classes lack those.
 * botocore isn't on every machine, so what it says of the simulated operations is kept as resources
 * ({@code .ci/service-model} makes them), which are compared with botocore where it is installed
 * and with the SDK's classes everywhere. What the models leave open, which members an answer has,
 * is held against example answers ({@code .ci/example-answers}). Refuses any knowledge of what an
 * operation does.
 */
package aurora.restore.simulation.model;
