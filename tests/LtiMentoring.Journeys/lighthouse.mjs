// node lighthouse.mjs PORT RUNS CATEGORIES ADDRESS…: audits pages in a Chromium that listens at PORT and is signed in
// already. Prints one JSON line for each page: its address, the median of each category, and the audits that failed.
import lighthouse from 'lighthouse';

const [port, runs, categories, ...addresses] = process.argv.slice(2);

function median(numbers) {
  return numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

for (const address of addresses) {
  const results = [];
  for (let run = 0; run < Number(runs); run++) {
    const { lhr } = await lighthouse(address, {
      port: Number(port), onlyCategories: categories.split(','), disableStorageReset: true, logLevel: 'error', output: 'json',
    });
    results.push(lhr);
  }
  const scores = Object.fromEntries(categories.split(',').map((id) => [id, Math.round(100 * median(results.map((lhr) => lhr.categories[id].score)))]));
  const failed = results.flatMap((lhr) => Object.values(lhr.categories).flatMap((category) => category.auditRefs)
    .filter((ref) => ref.weight > 0).map((ref) => lhr.audits[ref.id]).filter((audit) => audit.score !== null && audit.score < 1)
    .map((audit) => `${audit.id}: ${audit.title}`));
  console.log(JSON.stringify({ page: results[0].finalDisplayedUrl, scores, failed: [...new Set(failed)] }));
}
