// A program for the tests to kill: a till that earns, spends, gives back and takes back without end for the people it is
// given. What it does is worked out from a number that counts up, and the number is told on standard output once all of it
// was answered: whoever runs it again from the start sends the same requests.
import { openDatabase } from '../../../platform/database/index.ts';
import { settleBusiness } from './index.ts';
import { tillDeed } from './testing-deeds.ts';

const [appUrl = '', business = '', people = '', from = '0', until = 'Infinity'] = process.argv.slice(2);
const database = await openDatabase(appUrl, { max: 4 });
const numbers = people.split(',').map(Number);
for (let number = Number(from); number < Number(until); number += 4) {
  const four = [number, number + 1, number + 2, number + 3];
  await Promise.all(four.map((one) => tillDeed(database, Number(business), numbers, one)));
  if (number % 40 === 0)
    await settleBusiness(database, Number(business), Date.UTC(2026, 5, 1) + number * 60_000);
  process.stdout.write(`${number}\n`);
}
await database.close();
