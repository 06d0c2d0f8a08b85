import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { failureText } from '../../../failure/failure-text.ts';
import { FormDialog } from '../../settings/FormDialog.tsx';
import { useSetting } from '../../setting.ts';
import spend from '../../insight/spend/Spend.module.css';
import styles from './Offers.module.css';
import { PersonPicker } from './PersonPicker.tsx';
import { type KeptOffer, OFFERS_CHANGED, type PersonFound } from './queries.ts';
import { useOfferWords } from './useOfferWords.ts';

interface Chosen {
  readonly add: number[];
  readonly remove: number[];
}

/** Puts people onto the list of an offer for chosen people, and takes them off it. */
export function PeopleDialog({ kept, onClose }: { readonly kept: KeptOffer; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const words = useOfferWords();
  const [people, setPeople] = useState<readonly PersonFound[]>([]);
  const [isLeaving, setLeaving] = useState(false);
  const name = `\u2068${speech.words(kept.offer.name)}\u2069`;
  const choosing = useDeed({
    send: (body: Chosen, headers) =>
      answerOf(
        api.POST('/v1/club/offers/{key}/people', {
          params: { path: { key: kept.offer.key } },
          body,
          headers,
        }),
      ),
    refresh: OFFERS_CHANGED,
    tellsFailure: true,
    said: ({ chosen }) => t('clubOffers.people.done', { name, count: chosen, shown: speech.number(chosen) }),
    undo: (_, { add, remove }, headers) =>
      answerOf(
        api.POST('/v1/club/offers/{key}/people', {
          params: { path: { key: kept.offer.key } },
          body: { add: remove, remove: add },
          headers,
        }),
      ),
    onDone: onClose,
  });
  return (
    <FormDialog
      open
      title={t('clubOffers.people.title', { name })}
      deed={t(isLeaving ? 'clubOffers.people.remove' : 'clubOffers.people.add')}
      pending={choosing.pending}
      onClose={onClose}
      onSubmit={() => {
        const ids = people.map(({ id }) => id);
        if (ids.length > 0)
          void choosing.run(isLeaving ? { add: [], remove: ids } : { add: ids, remove: [] });
      }}
    >
      <p className={spend.plain}>
        {t('clubOffers.people.count', { count: kept.chosen, shown: speech.number(kept.chosen) })}{' '}
        {t(isLeaving ? 'clubOffers.people.removeText' : 'clubOffers.people.addText')}
      </p>
      {choosing.failure === null ? null : <Alert severity="error">{failureText(choosing.failure, t)}</Alert>}
      <PersonPicker
        autoFocus
        label={t('clubOffers.people.search')}
        onChoose={(person) => setPeople([...people.filter(({ id }) => id !== person.id), person])}
      />
      {people.length === 0 ? null : (
        <ul className={styles.people}>
          {people.map((person) => (
            <li key={person.id}>
              <bdi style={{ whiteSpace: 'normal' }}>{words.person(person)}</bdi>
              <Button
                size="small"
                color="inherit"
                onClick={() => setPeople(people.filter(({ id }) => id !== person.id))}
              >
                {t('clubOffers.people.notThis')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {kept.chosen === 0 ? null : (
        <Button size="small" sx={{ justifySelf: 'start' }} onClick={() => setLeaving(!isLeaving)}>
          {t(isLeaving ? 'clubOffers.people.toAdd' : 'clubOffers.people.toRemove')}
        </Button>
      )}
    </FormDialog>
  );
}
