import fc from "fast-check";

/** Property tests draw the same in every run: who changed nothing gets the same answer. `SEED=$RANDOM npm test` draws others. */
fc.configureGlobal({ seed: Number(process.env["SEED"] ?? 20_261_127) });
