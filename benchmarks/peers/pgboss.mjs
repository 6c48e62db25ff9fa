// pg-boss, one job at a time: fetch and complete in eight loops. Prints jobs per second.
import PgBoss from 'pg-boss';

const [jobs, loops, queue] = [Number(process.argv[2]), 8, 'bench' + process.argv[3]];
const boss = new PgBoss({ host: '127.0.0.1', port: Number(process.env.PEER_PORT), user: 'bench', database: 'pgboss', max: loops + 2, supervise: false, schedule: false });
boss.on('error', (problem) => { console.error(problem); process.exit(1); });
await boss.start();
await boss.createQueue(queue);
const payload = 'x'.repeat(200);
for (let from = 0; from < jobs; from += 500) {
  await boss.insert(Array.from({ length: Math.min(500, jobs - from) }, (_, i) => ({ name: queue, data: { number: from + i, payload } })));
}

let done = 0;
let worst = 0;
async function loop() {
  for (;;) {
    const asked = process.hrtime.bigint();
    const [job] = await boss.fetch(queue, { batchSize: 1 });
    worst = Math.max(worst, Number(process.hrtime.bigint() - asked) / 1e6);
    if (!job) return;
    await boss.complete(queue, job.id);
    done++;
  }
}

const began = process.hrtime.bigint();
await Promise.all(Array.from({ length: loops }, loop));
const seconds = Number(process.hrtime.bigint() - began) / 1e9;
if (done !== jobs) throw new Error(`expected ${jobs} jobs done; found ${done}`);
console.log(JSON.stringify({ per_s: done / seconds, worst_ms: worst }));
await boss.stop({ graceful: false });
process.exit(0);
