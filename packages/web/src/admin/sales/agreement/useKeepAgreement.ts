import { useQueryClient } from '@tanstack/react-query';
import { useSetting } from '../../setting.ts';
import { type Agreement, agreementQuery } from './queries.ts';

/**
 * Keeps what a deed answered as what there is: whoever does the next thing at once does it to the agreement as it is now, and not
 * to one that is still being read again.
 */
export function useKeepAgreement(): (agreement: Agreement) => void {
  const queries = useQueryClient();
  const { asking } = useSetting();
  return (agreement) => queries.setQueryData(agreementQuery(asking, agreement.id).queryKey, agreement);
}
