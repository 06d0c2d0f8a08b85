import openapiTypes, { astToString } from 'openapi-typescript';
import { expect, test } from 'vitest';
import contract from '../../../../contract/openapi.json?raw';

const HEADING =
  '// Written from contract/openapi.json: vitest run --update packages/web/src/api/generated.test.ts\n\n';

test('the types of the API are those of the contract', async () => {
  const types = await openapiTypes(contract);
  await expect(HEADING + astToString(types)).toMatchFileSnapshot('generated.ts');
});
