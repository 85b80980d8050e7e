// Adds up the ledger of the day and writes the report for the bank.
import { nanoid } from 'nanoid';

const ledger = process.env.LEDGER_URL;
if (!ledger) {
  console.error('LEDGER_URL is not set: say where the ledger is');
  process.exit(1);
}
const { entries } = await (await fetch(`${ledger}/entries?day=today`)).json();
console.log(JSON.stringify({ report: nanoid(), total: entries.reduce((sum, entry) => sum + entry.amount, 0) }));
