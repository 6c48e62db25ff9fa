// graphile-worker with concurrency 8: as it comes, or with its local queue and batched completion. Prints jobs per second.
import pg from 'pg';
import { run, runMigrations, Logger } from 'graphile-worker';

const [jobs, batched] = [Number(process.argv[2]), process.argv[3] === 'batched'];
const pgPool = new pg.Pool({ host: '127.0.0.1', port: Number(process.env.PEER_PORT), user: 'bench', database: 'graphile', max: 12 });
const logger = new Logger(() => () => {});
await runMigrations({ pgPool, logger });
await pgPool.query(
  `select graphile_worker.add_job('noop', json_build_object('number', n, 'payload', repeat('x', 200))) from generate_series(1, $1::int) n`,
  [jobs]);

let done = 0;
let [first, last] = [0n, 0n];
let finished;
const all = new Promise((resolve) => { finished = resolve; });
const runner = await run({
  pgPool,
  logger,
  noHandleSignals: true,
  concurrency: 8,
  taskList: {
    noop: async () => {
      if (done === 0) first = process.hrtime.bigint();
      if (++done === jobs) {
        last = process.hrtime.bigint();
        finished();
      }
    },
  },
  preset: { worker: batched ? { localQueue: { size: 500 }, completeJobBatchDelay: 0, failJobBatchDelay: 0 } : {} },
});
await all;
await runner.stop();
console.log(JSON.stringify({ per_s: (jobs - 1) / (Number(last - first) / 1e9) }));
await pgPool.end();
process.exit(0);
