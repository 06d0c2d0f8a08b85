import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import Skeleton from '@mui/material/Skeleton';
import { zoneOf } from '@nardeban/core/values';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { useRoom } from '../../../language/useRoom.ts';
import { paths } from '../../../paths.ts';
import { DayField } from '../../../ui/DayField.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import styles from './Memory.module.css';
import { PairNumbers, PairTried } from './PairNumbers.tsx';
import {
  BELONGS_CHANGED,
  belongsQuery,
  type Suggestion,
  type SuggestionAdded,
  type Suggestions,
} from './queries.ts';
import { DAYS_AHEAD } from './talk-form.ts';
import { isolated, useMemoryWords } from './useMemoryWords.ts';

type Answer = 'taken' | 'refused' | 'later';

/** What belongs with what they buy: the numbers, the sentence to say, and what they answered. */
export function BelongsWith({ person, deal }: { readonly person: number; readonly deal?: number }) {
  const { t } = useTranslation();
  const { asking, session } = useSetting();
  const isSaid = useRoom('salesMemory');
  const title = useId();
  const found = useQuery(belongsQuery(asking, person, deal));
  const [added, setAdded] = useState<Added | null>(null);
  const mayWrite = session?.scopes.includes('sales:write') === true;
  const beside = found.data;
  // Of somebody who has bought nothing lately there is nothing to say.
  if (!isSaid || found.isError || (beside !== undefined && beside.has.length === 0)) return null;
  return (
    <section className={styles.card} aria-labelledby={title}>
      <h2 id={title}>{t('salesMemory.belongs.title')}</h2>
      {added === null ? null : <WhereAdded added={added} deal={deal} />}
      {beside === undefined ? <Skeleton height={90} /> : null}
      {beside?.suggestions.length === 0 ? (
        <p className={styles.about}>
          {t('salesMemory.belongs.none')} {t('salesMemory.belongs.noneWhy')}{' '}
          <Link to={paths.salesBelongs} className={spend.link}>
            {t('salesMemory.belongs.write')}
          </Link>
        </p>
      ) : null}
      {beside === undefined ? null : (
        <div>
          {beside.suggestions.map((suggestion) => (
            <OneSuggestion
              key={suggestion.other}
              suggestion={suggestion}
              person={person}
              deal={deal}
              mayWrite={mayWrite}
              onAdded={setAdded}
            />
          ))}
        </div>
      )}
      {beside === undefined || beside.leftOut.length === 0 ? null : <LeftOut leftOut={beside.leftOut} />}
    </section>
  );
}

type Added = Pick<SuggestionAdded, 'deal' | 'title' | 'how' | 'quotation'> & { readonly other: string };

/** Where something went that was taken, if that is not plain: another deal, or a quotation that has no line of it yet. */
function WhereAdded({ added, deal }: { readonly added: Added; readonly deal: number | undefined }) {
  const { t } = useTranslation();
  const { how, quotation } = added;
  if (how === 'deal' && quotation === null) return null;
  const named = { other: isolated(added.other), deal: isolated(added.title) };
  return (
    <Alert severity="info" role="status">
      {t(
        how === 'deal'
          ? 'salesMemory.belongs.answeredAdded'
          : how === 'other'
            ? 'salesMemory.belongs.answeredOther'
            : 'salesMemory.belongs.answeredOpened',
        named,
      )}{' '}
      {quotation === null ? null : `${t('salesMemory.belongs.inDraft')} `}
      {added.deal === deal ? null : (
        <Link to={paths.salesDeal} params={{ deal: String(added.deal) }} className={spend.link}>
          {t('salesMemory.belongs.seeDeal')}
        </Link>
      )}
    </Alert>
  );
}

function OneSuggestion(props: {
  readonly suggestion: Suggestion;
  readonly person: number;
  readonly deal: number | undefined;
  readonly mayWrite: boolean;
  readonly onAdded: (added: Added | null) => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const words = useMemoryWords();
  const { suggestion, person, deal } = props;
  const { item, other } = suggestion;
  const [isLater, setLater] = useState(false);
  const [add, setAdd] = useState(true);
  const named = { other: isolated(other) };
  const answering = useDeed({
    send: (body: { readonly answer: Answer; readonly due?: number; readonly addToDeal?: boolean }, headers) =>
      answerOf(
        api.POST('/v1/sales/belongs/answers', {
          body: { person, ...(deal === undefined ? {} : { deal }), item, other, ...body },
          headers,
        }),
      ),
    refresh: BELONGS_CHANGED,
    said: ({ added }, { answer }) =>
      answer === 'taken'
        ? t(
            added === null
              ? 'salesMemory.belongs.answeredTaken'
              : added.how === 'deal'
                ? 'salesMemory.belongs.answeredAdded'
                : added.how === 'other'
                  ? 'salesMemory.belongs.answeredOther'
                  : 'salesMemory.belongs.answeredOpened',
            { ...named, deal: isolated(added?.title ?? '') },
          )
        : answer === 'refused'
          ? t('salesMemory.belongs.answeredRefused', named)
          : t('salesMemory.belongs.answeredLater'),
    onDone: (answer) => {
      setLater(false);
      props.onAdded(answer.added === null ? null : { ...answer.added, other });
    },
  });
  return (
    <article className={styles.suggestion}>
      <h3>
        <bdi>{other}</bdi>{' '}
        <span className={styles.about}>{t('salesMemory.belongs.with', { item: isolated(item) })}</span>
      </h3>
      <PairNumbers pair={suggestion} />
      <p className={styles.say}>
        <span className="soft">{t('salesMemory.belongs.say')}</span>{' '}
        <bdi>{speech.words(suggestion.sentence)}</bdi>
      </p>
      <p className={styles.about}>
        <PairTried tried={suggestion.tried} />
        {suggestion.later === null ? null : (
          <span>{t('salesMemory.belongs.laterSaid', { day: words.day(suggestion.later) })}</span>
        )}
      </p>
      {props.mayWrite ? (
        <div className={styles.buttons}>
          <Button
            size="small"
            variant="contained"
            loading={answering.pending}
            aria-label={`${t('salesMemory.belongs.taken')}: ${isolated(other)}`}
            onClick={() => void answering.run({ answer: 'taken', addToDeal: deal !== undefined && add })}
          >
            {t('salesMemory.belongs.taken')}
          </Button>
          <Button
            size="small"
            variant="outlined"
            aria-label={`${t('salesMemory.belongs.later')}: ${isolated(other)}`}
            onClick={() => setLater(true)}
          >
            {t('salesMemory.belongs.later')}
          </Button>
          <Button
            size="small"
            variant="outlined"
            color="inherit"
            aria-label={`${t('salesMemory.belongs.refused')}: ${isolated(other)}`}
            onClick={() => void answering.run({ answer: 'refused' })}
          >
            {t('salesMemory.belongs.refused')}
          </Button>
          {deal === undefined ? null : (
            <FormControlLabel
              control={
                <Checkbox size="small" checked={add} onChange={(event) => setAdd(event.target.checked)} />
              }
              label={t('salesMemory.belongs.addToDeal')}
              slotProps={{ typography: { variant: 'body2' } }}
            />
          )}
        </div>
      ) : null}
      {isLater ? (
        <Later
          pending={answering.pending}
          onClose={() => setLater(false)}
          onChoose={(due) => void answering.run({ answer: 'later', due })}
        />
      ) : null}
    </article>
  );
}

/** Two weeks, unless another day is chosen. */
const USUALLY_LATER = 14;

function Later(props: {
  readonly pending: boolean;
  readonly onClose: () => void;
  readonly onChoose: (due: number) => void;
}) {
  const { t } = useTranslation();
  const { speech, today } = useSetting();
  const [day, setDay] = useState(today + USUALLY_LATER);
  return (
    <Dialog open onClose={props.onClose} maxWidth="xs" fullWidth aria-labelledby="ask-later">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          props.onChoose(zoneOf(speech.zone).startOf(day));
        }}
      >
        <DialogTitle id="ask-later">{t('salesMemory.belongs.laterDay')}</DialogTitle>
        <DialogContent>
          <div className={styles.form}>
            <DayField
              label={t('salesMemory.form.nextDay')}
              day={day}
              last={today + DAYS_AHEAD}
              speech={speech}
              onChange={setDay}
            />
          </div>
        </DialogContent>
        <DialogActions>
          <Button color="inherit" onClick={props.onClose}>
            {t('confirm.cancel')}
          </Button>
          <Button type="submit" variant="contained" loading={props.pending}>
            {t('salesMemory.belongs.laterDeed')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function LeftOut({ leftOut }: Pick<Suggestions, 'leftOut'>) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const words = useMemoryWords();
  return (
    <details className={styles.folded}>
      <summary>
        {t('salesMemory.belongs.leftOut', {
          count: leftOut.length,
          number: speech.number(leftOut.length),
        })}
      </summary>
      <ul className={styles.list}>
        {leftOut.map((one) => (
          <li key={one.other}>
            <bdi style={{ whiteSpace: 'normal' }}>{one.other}</bdi>{' '}
            <span className={styles.about}>
              {t(`salesMemory.belongs.why.${one.why}`, { day: one.day === null ? '' : words.day(one.day) })}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
