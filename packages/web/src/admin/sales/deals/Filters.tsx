import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useEffect, useEffectEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { daysIn } from '../../criteria/figures.ts';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import { type DealsSearch, narrowedBy, ORDERS_ASKED, STATES_ASKED } from './deals-search.ts';
import styles from './Deals.module.css';
import type { KeptPipeline } from './queries.ts';
import { TypedDay } from './TypedDay.tsx';
import { useDealWords } from './useDealWords.ts';

const EVERYBODY = 'everybody';

interface FiltersProps {
  readonly search: DealsSearch;
  readonly pipelines: readonly KeptPipeline[];
  readonly isList: boolean;
  readonly onChange: (
    changes: { readonly [Key in keyof DealsSearch]?: DealsSearch[Key] | undefined },
  ) => void;
}

/**
 * Which deals are shown: of which pipeline, whose, what is wrong with them, and when they are to close. On a phone the
 * first deal would stand below all that, so it waits behind one control.
 */
export function Filters(props: FiltersProps) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const choices = useId();
  const isNarrow = useMediaQuery('(max-width: 600px)', { noSsr: true });
  const [isOpen, setOpen] = useState(false);
  const { search, onChange } = props;
  const many = narrowedBy(search);
  return (
    <div className={`${spend.tools} ${spend.bar} ${styles.filters} not-printed`}>
      <SearchField text={search.search} onSearch={(text) => onChange({ search: text })} />
      {isNarrow ? (
        <Button
          className={styles.fold ?? ''}
          variant="outlined"
          color={many > 0 ? 'primary' : 'inherit'}
          aria-expanded={isOpen}
          aria-controls={choices}
          onClick={() => setOpen(!isOpen)}
        >
          {many > 0
            ? t('salesDeals.filter.foldWith', { shown: speech.number(many) })
            : t('salesDeals.filter.fold')}
        </Button>
      ) : null}
      <div id={choices} className={styles.choices} hidden={isNarrow && !isOpen}>
        <Choices {...props} />
      </div>
    </div>
  );
}

function Choices({ search, pipelines, isList, onChange }: FiltersProps) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const words = useDealWords();
  const days = daysIn(speech);
  const isMany = pipelines.length > 1;
  return (
    <>
      {isMany ? (
        <TextField
          select
          size="small"
          label={t('salesDeals.pipeline')}
          value={search.pipeline ?? (isList ? EVERYBODY : (pipelines[0]?.key ?? ''))}
          onChange={(event) =>
            onChange({ pipeline: event.target.value === EVERYBODY ? undefined : event.target.value })
          }
        >
          {isList ? <MenuItem value={EVERYBODY}>{t('salesDeals.filter.allPipelines')}</MenuItem> : null}
          {pipelines.map(({ key, definition, archivedAt }) => (
            <MenuItem key={key} value={key}>
              {archivedAt === null
                ? speech.words(definition.name)
                : t('salesDeals.pipelines.archivedName', { name: speech.words(definition.name) })}
            </MenuItem>
          ))}
        </TextField>
      ) : null}
      <TextField
        select
        size="small"
        label={t('salesDeals.owner')}
        value={search.owner ?? EVERYBODY}
        onChange={(event) =>
          onChange({ owner: event.target.value === EVERYBODY ? undefined : event.target.value })
        }
      >
        <MenuItem value={EVERYBODY}>{t('salesDeals.filter.everybody')}</MenuItem>
        <MenuItem value="me">{t('salesDeals.filter.mine')}</MenuItem>
        <MenuItem value="none">{t('salesDeals.nobody')}</MenuItem>
        {words.colleagues.map(({ id, name }) => (
          <MenuItem key={id} value={id}>
            <bdi>{name}</bdi>
          </MenuItem>
        ))}
        {search.owner === undefined ||
        ['me', 'none'].includes(search.owner) ||
        words.colleagues.some(({ id }) => id === search.owner) ? null : (
          <MenuItem value={search.owner}>{t('salesDeals.someone')}</MenuItem>
        )}
      </TextField>
      {isList ? (
        <>
          <TextField
            select
            size="small"
            label={t('salesDeals.filter.state')}
            value={search.state ?? 'under-way'}
            onChange={(event) => {
              const state = STATES_ASKED.find((one) => one === event.target.value);
              onChange({ state: state === 'under-way' ? undefined : state });
            }}
          >
            {STATES_ASKED.map((state) => (
              <MenuItem key={state} value={state}>
                {t(`salesDeals.states.${state}`)}
              </MenuItem>
            ))}
          </TextField>
          <TextField
            select
            size="small"
            label={t('salesDeals.filter.order')}
            value={search.order ?? 'newest'}
            onChange={(event) => {
              const order = ORDERS_ASKED.find((one) => one === event.target.value);
              onChange({ order: order === 'newest' ? undefined : order });
            }}
          >
            {ORDERS_ASKED.map((order) => (
              <MenuItem key={order} value={order}>
                {t(`salesDeals.orders.${order}`)}
              </MenuItem>
            ))}
          </TextField>
        </>
      ) : null}
      <span className={styles.days}>
        <TypedDay
          label={t('salesDeals.filter.closeFrom')}
          manner={days}
          value={search.closeFrom ?? null}
          onChange={(day) => onChange({ closeFrom: day ?? undefined })}
        />
        <TypedDay
          label={t('salesDeals.filter.closeTo')}
          manner={days}
          value={search.closeTo ?? null}
          onChange={(day) => onChange({ closeTo: day ?? undefined })}
        />
      </span>
      <span className={styles.chips}>
        <Chip
          label={t('salesDeals.filter.stalled')}
          variant={search.stalled === true ? 'filled' : 'outlined'}
          color={search.stalled === true ? 'primary' : 'default'}
          aria-pressed={search.stalled === true}
          onClick={() => onChange({ stalled: search.stalled === true ? undefined : true })}
        />
        <Chip
          label={t('salesDeals.filter.alone')}
          variant={search.alone === true ? 'filled' : 'outlined'}
          color={search.alone === true ? 'primary' : 'default'}
          aria-pressed={search.alone === true}
          onClick={() => onChange({ alone: search.alone === true ? undefined : true })}
        />
      </span>
    </>
  );
}

const TYPING_MS = 300;

/** What is typed is asked for when the hand rests. */
function SearchField(props: {
  readonly text: string | undefined;
  readonly onSearch: (text: string | undefined) => void;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(props.text ?? '');
  const onSearch = useEffectEvent(props.onSearch);
  const wanted = typed.trim() === '' ? undefined : typed.trim();
  const { text } = props;
  useEffect(() => {
    if (wanted === text) return undefined;
    const timer = setTimeout(() => onSearch(wanted), TYPING_MS);
    return () => clearTimeout(timer);
  }, [wanted, text]);
  return (
    <TextField
      size="small"
      type="search"
      label={t('salesDeals.filter.search')}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      autoComplete="off"
      slotProps={{ htmlInput: { dir: 'auto', maxLength: 100 } }}
    />
  );
}
