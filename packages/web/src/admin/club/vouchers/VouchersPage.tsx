import { useAddress } from '../../insight/spend/useAddress.ts';
import { BatchList } from './BatchList.tsx';
import { BatchView } from './BatchView.tsx';
import { readVouchers } from './voucher-search.ts';

/** Codes that bring an offer: the batches they were made in, or one of these with its codes. */
export function VouchersPage() {
  const [{ batch, code, name }, change] = useAddress(readVouchers);
  return batch === undefined ? (
    <BatchList name={name} onName={(typed) => change({ name: typed })} />
  ) : (
    <BatchView key={batch} id={batch} code={code} />
  );
}
