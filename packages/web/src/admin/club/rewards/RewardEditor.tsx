import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { vocabularyQuery } from '../../../api/queries.ts';
import { paths } from '../../../paths.ts';
import { useDraft } from '../../../ui/useDraft.ts';
import { faultsOf, under } from '../../criteria/faults.ts';
import { asksNothing } from '../../criteria/shape.ts';
import { InBothLanguages } from '../../studio/InBothLanguages.tsx';
import { useSetting } from '../../setting.ts';
import { failedText } from '../vouchers/failed.ts';
import { ForWhom } from './ForWhom.tsx';
import { Limits } from './Limits.tsx';
import { PriceFields } from './PriceFields.tsx';
import { type KeptReward, type RewardInput, rewardQuery, REWARDS_CHANGED } from './queries.ts';
import { askedReward, faultsIn, formOf, newReward, type RewardForm } from './reward-form.ts';
import styles from './Rewards.module.css';
import { useRewardWords } from './useRewardWords.ts';
import { WhatFields } from './WhatFields.tsx';

interface Changing {
  readonly definition: RewardInput;
  readonly state: KeptReward['state'];
  readonly revision: number;
}

/** Makes a reward, or changes the one that is given. What was redeemed before stays as it was. */
export function RewardEditor(props: { readonly kept: KeptReward | null }) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const words = useRewardWords();
  // What the form began with: somebody else's change must not take away what is being typed.
  const [kept, setKept] = useState(props.kept);
  const vocabulary = useQuery(vocabularyQuery(asking)).data?.vocabulary;
  const seen = kept?.definition ?? null;
  const [form, setForm, draft] = useDraft<RewardForm>(
    `reward:${kept === null ? 'new' : `${kept.key}:${kept.revision}`}`,
    seen === null ? newReward(words.wallets[0]?.key ?? '') : formOf(seen, speech),
  );
  const [isAsked, setAsked] = useState(false);
  const key = kept?.key ?? '';
  const fresh = () => queries.fetchQuery({ ...rewardQuery(asking, key), staleTime: 0 });
  const beginWith = (now: KeptReward) => {
    draft.forget();
    setKept(now);
  };
  const version = ({ definition, state }: Omit<Changing, 'revision'>) => [
    { label: t('clubCodes.rewards.name'), text: speech.words(definition.name) },
    { label: t('clubCodes.rewards.price'), text: words.price(definition) },
    {
      label: t('clubCodes.rewards.stock'),
      text: definition.stock === undefined ? t('clubCodes.noLimit') : speech.number(definition.stock),
    },
    { label: t('clubCodes.state'), text: t(`clubCodes.rewards.stateOf.${state}`) },
  ];
  const making = useDeed({
    send: (body: RewardInput, headers) => answerOf(api.POST('/v1/club/rewards', { body, headers })),
    refresh: REWARDS_CHANGED,
    tellsFailure: true,
    said: () => t('clubCodes.rewards.drafted'),
    onDone: (made) => {
      draft.forget();
      void navigate({ to: paths.clubRewards, search: { reward: made.key }, replace: true });
    },
  });
  const changing = useDeed({
    send: (body: Changing, headers) =>
      answerOf(api.PUT('/v1/club/rewards/{key}', { params: { path: { key } }, body, headers })),
    refresh: REWARDS_CHANGED,
    tellsFailure: true,
    said: () => t('clubCodes.changed'),
    onDone: beginWith,
    changed: {
      versions: async (input) => ({ mine: version(input), theirs: version(await fresh()) }),
      reload: async () => beginWith(await fresh()),
      onTop: async (input) => ({ ...input, revision: (await fresh()).revision }),
    },
  });
  const deed = kept === null ? making : changing;
  const failure = deed.failure?.kind === 'changed' ? null : deed.failure;
  const who = form.who !== null && !asksNothing(form.who) ? form.who : null;
  const whoFaults =
    who === null || vocabulary === undefined ? [] : faultsOf(who, vocabulary, speech.language);
  const faults = faultsIn({ ...form, who });
  const shown = isAsked ? faults : [];
  const write = (changes: Partial<RewardForm>) => {
    setForm({ ...form, ...changes });
    deed.clear();
  };
  const save = (state?: KeptReward['state']) => {
    setAsked(true);
    if (faults.length > 0 || whoFaults.length > 0) return;
    const definition = askedReward({ ...form, who }, speech, seen);
    if (kept === null) void making.run(definition);
    else void changing.run({ definition, state: state ?? kept.state, revision: kept.revision });
  };
  const part = { form, faults: shown, onChange: write };
  return (
    <form
      noValidate
      className={styles.editor}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {failure === null ? null : <Alert severity="error">{failedText(failure, t)}</Alert>}
      {draft.restored ? <Alert severity="info">{t('spend.draftKept')}</Alert> : null}
      {words.wallets.length === 0 ? <Alert severity="warning">{t('clubCodes.rewards.noClub')}</Alert> : null}
      <section className={styles.group} aria-labelledby="reward-what">
        <h2 id="reward-what">{t('clubCodes.rewards.what')}</h2>
        <InBothLanguages
          label={t('clubCodes.rewards.name')}
          words={form.name}
          faults={
            shown.includes('name')
              ? (['fa', 'en'] as const)
                  .filter((language) => form.name[language].trim() === '')
                  .map((field) => ({ field, sentence: t('clubCodes.rewards.nameNeeded') }))
              : []
          }
          onChange={(name) => write({ name })}
        />
        <InBothLanguages
          label={t('clubCodes.rewards.about')}
          lines={2}
          words={form.about}
          faults={
            shown.includes('about')
              ? (['fa', 'en'] as const)
                  .filter((language) => form.about[language].trim() === '')
                  .map((field) => ({ field, sentence: t('clubCodes.rewards.aboutBoth') }))
              : []
          }
          onChange={(about) => write({ about })}
        />
        <WhatFields {...part} />
      </section>
      <section className={styles.group} aria-labelledby="reward-price">
        <h2 id="reward-price">{t('clubCodes.rewards.price')}</h2>
        <PriceFields {...part} wallets={words.wallets} />
      </section>
      <section className={styles.group} aria-labelledby="reward-for">
        <h2 id="reward-for">{t('clubCodes.rewards.for')}</h2>
        <ForWhom {...part} levels={words.levels} whoFaults={isAsked ? under(whoFaults, '') : []} />
      </section>
      <section className={styles.group} aria-labelledby="reward-limits">
        <h2 id="reward-limits">{t('clubCodes.rewards.limits')}</h2>
        <Limits {...part} />
      </section>
      <div className={styles.end}>
        <Button type="submit" variant="contained" loading={deed.pending}>
          {t(kept === null ? 'clubCodes.rewards.keepDraft' : 'clubCodes.save')}
        </Button>
        {kept === null || kept.state === 'active' ? null : (
          <Button variant="outlined" disabled={deed.pending} onClick={() => save('active')}>
            {t('clubCodes.rewards.saveAndOffer')}
          </Button>
        )}
        {isAsked && (faults.length > 0 || whoFaults.length > 0) ? (
          <span role="alert" style={{ alignSelf: 'center', color: 'var(--down)' }}>
            {t('clubCodes.rewards.unfinished')}
          </span>
        ) : null}
      </div>
    </form>
  );
}
