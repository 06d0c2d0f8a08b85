import { useTranslation } from 'react-i18next';
import { useSetting } from '../../setting.ts';
import spend from '../../insight/spend/Spend.module.css';
import { NamedPersonLink } from './PersonLink.tsx';
import type { Referral } from './queries.ts';
import { useReferralWords } from './useReferralWords.ts';

/** What speaks against a referral, the heaviest first, each with how much it weighs and with whom it is shared. */
export function Evidence({ referral }: { readonly referral: Referral }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const words = useReferralWords();
  return (
    <ul className={spend.list}>
      {referral.signs.map((sign) => {
        const other = words.otherOf(sign);
        const isCleared = referral.cleared.includes(sign.kind);
        return (
          <li key={sign.kind}>
            {words.sign(sign)}{' '}
            {other === null ? null : (
              <>
                (<NamedPersonLink id={other} />){' '}
              </>
            )}
            <span className={spend.badge}>
              {isCleared
                ? t('clubReferral.cleared')
                : t('clubReferral.weighs', { score: speech.number(sign.score) })}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
