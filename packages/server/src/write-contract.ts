import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { contractOfApp } from './contract.ts';
import { checkoutFolder } from './platform/config/index.ts';

/** `npm run contract`: writes contract/openapi.json, which the web reads and tests/contract.test.ts compares. */
const file = join(checkoutFolder, 'contract/openapi.json');
await mkdir(dirname(file), { recursive: true });
await writeFile(file, await contractOfApp());
