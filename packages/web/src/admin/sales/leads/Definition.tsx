import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { useSetting } from '../../setting.ts';
import { EngagementRules, GroupList } from './EngagementRules.tsx';
import { FitRules, HandRules } from './FitRules.tsx';
import styles from './Leads.module.css';
import { Limits } from './Limits.tsx';
import type { QualificationPage } from './queries.ts';
import { ReasonList } from './ReasonList.tsx';
import { Sellers } from './Sellers.tsx';
import type { QualificationDraft } from './useQualificationDraft.ts';
import type { LeadWords } from './useLeadWords.ts';

/** What a good lead is, in sentences that can be changed. */
export function Definition(props: {
  readonly page: QualificationPage;
  readonly draft: QualificationDraft;
  readonly words: LeadWords;
  readonly mayChange: boolean;
  readonly onTry: () => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { page, draft, mayChange } = props;
  const { definition } = draft;
  const part = { definition, faults: draft.faults, mayChange, onChange: draft.change };
  const number = (value: number): string => speech.number(value);
  return (
    <div className={styles.editor}>
      <p className={styles.said}>
        {t('salesLeads.define.sentence', {
          fit: number(definition.enter.fit),
          engagement: number(definition.enter.engagement),
          stayFit: number(definition.stay.fit),
          stayEngagement: number(definition.stay.engagement),
          hours: number(Math.round(definition.answerWithin / 60)),
          pause: number(definition.pause),
        })}
      </p>
      <FitRules {...part} />
      <EngagementRules {...part} />
      <GroupList {...part} />
      <HandRules {...part} />
      <Limits {...part} />
      <ReasonList {...part} />
      <Sellers page={page} words={props.words} mayChange={mayChange} />
      {mayChange && (draft.isDirty || draft.hasDraft) ? (
        <Bar draft={draft} page={page} onTry={props.onTry} />
      ) : null}
    </div>
  );
}

function Bar(props: {
  readonly draft: QualificationDraft;
  readonly page: QualificationPage;
  readonly onTry: () => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { draft, page } = props;
  const [asked, setAsked] = useState<'discard' | 'publish' | null>(null);
  const [note, setNote] = useState('');
  const wrong = draft.faults.length;
  const done = () => setAsked(null);
  return (
    <div className={styles.bar}>
      <span className={styles.keeping} role="status" data-wrong={wrong > 0 ? '' : undefined}>
        {wrong > 0
          ? t('salesLeads.define.wrong', { count: wrong, shown: speech.number(wrong) })
          : draft.isDirty
            ? t('salesLeads.define.unkept')
            : t('salesLeads.define.keptBy', {
                name: `\u2068${page.draft?.editedBy ?? ''}\u2069`,
                day: speech.date(page.draft?.editedAt ?? 0, 'short'),
              })}
      </span>
      <Button
        variant="outlined"
        disabled={!draft.isDirty}
        loading={draft.isKeeping}
        onClick={() => void draft.keep()}
      >
        {t('salesLeads.define.keep')}
      </Button>
      <Button disabled={wrong > 0} onClick={props.onTry}>
        {t('salesLeads.define.try')}
      </Button>
      <Button variant="contained" disabled={wrong > 0} onClick={() => setAsked('publish')}>
        {t('salesLeads.define.publish')}
      </Button>
      <Button color="inherit" onClick={() => setAsked('discard')}>
        {t('salesLeads.define.discard')}
      </Button>
      <ConfirmDialog
        open={asked === 'discard'}
        danger
        title={t('salesLeads.define.discardTitle')}
        deed={t('salesLeads.define.discard')}
        onConfirm={draft.discard}
        onClose={done}
      >
        {t('salesLeads.define.discardText')}
      </ConfirmDialog>
      <ConfirmDialog
        open={asked === 'publish'}
        title={t('salesLeads.define.publishTitle')}
        deed={t('salesLeads.define.publish')}
        onConfirm={async () => {
          const revision = await draft.keep();
          if (revision === null) return;
          const said = note.trim();
          await draft.publish.attempt({ revision, ...(said === '' ? {} : { note: said }) });
        }}
        onClose={done}
      >
        <p>{t('salesLeads.define.publishText')}</p>
        <TextField
          fullWidth
          multiline
          size="small"
          label={t('salesLeads.define.publishNote')}
          value={note}
          onChange={(event) => setNote(event.target.value)}
          slotProps={{ htmlInput: { dir: 'auto', maxLength: 2000 } }}
        />
      </ConfirmDialog>
    </div>
  );
}
