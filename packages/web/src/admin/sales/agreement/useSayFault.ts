import type { Refusal } from '@nardeban/core/values';
import { useTranslation } from 'react-i18next';
import { sayRefusal } from '../../../language/refusal-text.ts';
import { useSetting } from '../../setting.ts';

/** What is wrong with a form: in words of our own where the fault is of the form alone. */
export function useSayFault(): (refusal: Refusal) => string {
  const { t } = useTranslation();
  const { speech } = useSetting();
  return (refusal) => {
    switch (refusal.code) {
      case 'quotation_empty':
        return t('salesAgreement.fault.quotation_empty');
      case 'validity_missing':
        return t('salesAgreement.fault.validity_missing');
      case 'service_unclear':
        return t('salesAgreement.fault.service_unclear');
      case 'share_out_of_range':
        return t('salesAgreement.fault.share_out_of_range');
      default:
        return sayRefusal(refusal, speech.language);
    }
  };
}
