import Button from '@mui/material/Button';
import type { Spending, Wallet } from '@nardeban/core/programme';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sentenceAt, under } from '../../criteria/faults.ts';
import { useSetting } from '../../setting.ts';
import { InBothLanguages } from '../../studio/InBothLanguages.tsx';
import { ExpiryFields } from './ExpiryFields.tsx';
import { Choice, MaybeNumber, NumberField } from './fields.tsx';
import { Faults, Item } from './Item.tsx';
import { NEW_NAMES } from '@nardeban/core/programme';
import { Tick } from './OccasionFields.tsx';
import styles from './Programme.module.css';
import { asUnit, freeKey, newWallet, withAt, withPart } from './shape.ts';
import type { StepProps } from './steps.ts';

/** What members collect: its unit, what it is worth, when it can be spent and until when. */
export function WalletsStep({ programme, faults, words, locked, onChange }: StepProps) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const [open, setOpen] = useState<string | null>(null);
  const { wallets } = programme;
  const change = (list: readonly Wallet[]) => onChange({ ...programme, wallets: [...list] });
  return (
    <>
      {wallets.map((wallet, at) => {
        const own = under(faults, `wallets[${at}]`);
        const put = (changed: Wallet) => change(withAt(wallets, at, changed));
        const units = wallet.unit === 'money' ? ('money' as const) : ('whole' as const);
        const { spending } = wallet;
        const spend = <Part extends keyof Spending>(part: Part, value: Spending[Part] | undefined) =>
          put({ ...wallet, spending: withPart(spending ?? {}, part, value) });
        return (
          <Item
            key={wallet.key}
            name={speech.words(wallet.name)}
            sentence={words.walletSaid(wallet)}
            faults={own}
            open={open === wallet.key}
            locked={locked}
            onOpen={(isOpen) => setOpen(isOpen ? wallet.key : null)}
            onRemove={wallets.length === 1 ? undefined : () => change(withAt(wallets, at, null))}
          >
            <InBothLanguages
              label={t('club.field.walletName')}
              words={wallet.name}
              faults={under(own, 'name')}
              onChange={(name) => put({ ...wallet, name })}
            />
            <div className={styles.line}>
              <Choice
                label={t('club.field.walletUnit')}
                value={wallet.unit}
                options={(['points', 'money', 'coin'] as const).map((value) => ({
                  value,
                  label: t(`club.unit.${value}`),
                }))}
                onChange={(unit) => put(asUnit(wallet, unit))}
              />
              {wallet.unit === 'money' ? null : (
                <>
                  <NumberField
                    label={t('club.field.worthUnits')}
                    kind="whole"
                    least={1}
                    value={wallet.worth.points}
                    onChange={(points) => put({ ...wallet, worth: { ...wallet.worth, points } })}
                  />
                  <NumberField
                    label={t('club.field.worthAmount')}
                    kind="money"
                    least={0}
                    value={wallet.worth.amount}
                    fault={sentenceAt(own, 'worth')}
                    onChange={(amount) => put({ ...wallet, worth: { ...wallet.worth, amount } })}
                  />
                </>
              )}
            </div>
            <div className={styles.line}>
              <NumberField
                label={t('club.field.vesting')}
                kind="whole"
                least={0}
                most={730}
                value={wallet.vesting}
                help={t('club.field.vestingHelp')}
                onChange={(vesting) => put({ ...wallet, vesting })}
              />
              <ExpiryFields
                expiry={wallet.expiry}
                faults={under(own, 'expiry')}
                onChange={(expiry) => expiry !== undefined && put({ ...wallet, expiry })}
              />
            </div>
            <div className={styles.line}>
              <Choice
                label={t('club.field.negative')}
                value={wallet.negative}
                options={(['allow', 'clamp'] as const).map((value) => ({
                  value,
                  label: t(`club.negative.${value}`),
                }))}
                onChange={(negative) => put({ ...wallet, negative })}
              />
            </div>
            <Tick
              label={t('club.field.spent')}
              checked={spending !== undefined}
              onChange={(isSpent) => put(withPart(wallet, 'spending', isSpent ? {} : undefined))}
            />
            {spending === undefined ? null : (
              <div className={styles.line}>
                <MaybeNumber
                  key={`least ${units}`}
                  label={t('club.field.leastSpent')}
                  kind={units}
                  least={1}
                  value={spending.least}
                  fault={sentenceAt(own, 'spending.least')}
                  onChange={(least) => spend('least', least)}
                />
                <MaybeNumber
                  key={`step ${units}`}
                  label={t('club.field.stepSpent')}
                  kind={units}
                  least={1}
                  value={spending.step}
                  onChange={(step) => spend('step', step)}
                />
                <MaybeNumber
                  label={t('club.field.mostShare')}
                  kind="percent"
                  least={1}
                  most={10_000}
                  value={spending.mostShare}
                  onChange={(share) => spend('mostShare', share)}
                />
                <MaybeNumber
                  key={`proof ${units}`}
                  label={t('club.field.proofFrom')}
                  kind={units}
                  least={0}
                  value={spending.proofFrom}
                  help={t('club.field.proofFromHelp')}
                  onChange={(from) => spend('proofFrom', from)}
                />
              </div>
            )}
            <Faults
              faults={own.filter(({ field }) => field === '' || field === 'spending' || field === 'key')}
            />
          </Item>
        );
      })}
      {locked || wallets.length >= 50 ? null : (
        <div>
          <Button
            variant="outlined"
            onClick={() => {
              const key = freeKey('wallet', wallets);
              change([...wallets, newWallet(key, NEW_NAMES.wallet, { points: 1, amount: 1000 })]);
              setOpen(key);
            }}
          >
            {t('club.addWallet')}
          </Button>
        </div>
      )}
    </>
  );
}
