import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import type { Offer } from '@nardeban/core/offers';
import { zoneOf } from '@nardeban/core/values';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import type { Failure } from '../../../failure/failure.ts';
import { failureText } from '../../../failure/failure-text.ts';
import { paths } from '../../../paths.ts';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { BlockSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import { useSetting } from '../../setting.ts';
import { Advice } from './Advice.tsx';
import { swapped } from './advice.ts';
import { BoundsFields } from './BoundsFields.tsx';
import { CustomerView } from './CustomerView.tsx';
import { GivesFields } from './GivesFields.tsx';
import { draftOf, newOffer, offerOf } from './offer-form.ts';
import { OfferPeople } from './OfferPeople.tsx';
import type { PartProps } from './part-props.ts';
import styles from './Offers.module.css';
import { type KeptOffer, offerQuery, OFFERS_CHANGED, offersQuery, type OfferSent } from './queries.ts';
import { useOfferWords } from './useOfferWords.ts';
import { WhenFields } from './WhenFields.tsx';
import { WhereFields } from './WhereFields.tsx';
import { WhomFields } from './WhomFields.tsx';
import { WordsFields } from './WordsFields.tsx';

/** Writes a new offer, or changes one that there is. */
export function OfferEditor(props: {
  readonly offer: string | null;
  readonly mayWrite: boolean;
  readonly onDone: () => void;
}) {
  const { asking, speech } = useSetting();
  const { offer, mayWrite, onDone } = props;
  const kept = useQuery({ ...offerQuery(asking, offer ?? ''), enabled: offer !== null });
  if (offer === null)
    return <Form kept={null} start={newOffer(speech.zone)} mayWrite={mayWrite} onDone={onDone} />;
  if (kept.data === undefined)
    return kept.isError ? (
      <FailureNotice error={kept.error} onRetry={() => void kept.refetch()} />
    ) : (
      <BlockSkeleton height={480} />
    );
  return (
    <>
      <Form kept={kept.data} start={kept.data.offer} mayWrite={mayWrite} onDone={onDone} />
      <OfferPeople kept={kept.data} />
    </>
  );
}

const FIELDS = [
  'name',
  'thanks',
  'gives',
  'for.rungs',
  'for.who',
  'for.appreciation',
  'when',
  'budget',
  'limits',
  'stacking',
];

interface Asked {
  readonly offer: Offer;
  readonly revision: number;
}

function Form(props: {
  readonly kept: KeptOffer | null;
  readonly start: Offer;
  readonly mayWrite: boolean;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const words = useOfferWords();
  const queries = useQueryClient();
  const { kept, onDone } = props;
  const zone = zoneOf(props.start.when.zone);
  const [draft, setDraft] = useState(() => draftOf(props.start, zone));
  // What others write meanwhile must not become what this form was based on.
  const [revision, setRevision] = useState(kept?.revision ?? 0);
  const [isAsked, setAsked] = useState(false);
  const others = useInfiniteQuery(offersQuery(asking, undefined));
  const taken = new Set(others.data?.pages.flatMap((page) => page.offers.map(({ offer }) => offer.key)));
  const read = offerOf(draft, { zone, taken });
  const fresh = (key: string) => queries.fetchQuery({ ...offerQuery(asking, key), staleTime: 0 });
  const version = (offer: Offer) => [
    { label: t('clubOffers.field.name'), text: speech.words(offer.name) },
    { label: t('clubOffers.field.gives'), text: words.gives(offer) },
    { label: t('clubOffers.field.for'), text: words.whom(offer.for, offer.newcomers) },
    { label: t('clubOffers.field.bounds'), text: words.bounds(offer).join(' · ') },
  ];
  const saving = useDeed({
    send: ({ offer, revision: seen }: Asked, headers) => {
      const body = offer as OfferSent;
      if (kept === null) return answerOf(api.POST('/v1/club/offers', { body, headers }));
      return answerOf(
        api.PUT('/v1/club/offers/{key}', {
          params: { path: { key: offer.key } },
          body: { offer: body, revision: seen },
          headers,
        }),
      );
    },
    refresh: OFFERS_CHANGED,
    tellsFailure: true,
    said: ({ offer }) => t('clubOffers.saved', { name: `\u2068${speech.words(offer.name)}\u2069` }),
    onDone,
    changed: {
      versions: async ({ offer }) => ({
        mine: version(offer),
        theirs: version((await fresh(offer.key)).offer),
      }),
      reload: async () => {
        const now = await fresh(props.start.key);
        setRevision(now.revision);
        setDraft(draftOf(now.offer, zone));
      },
      onTop: async (input) => ({ ...input, revision: (await fresh(input.offer.key)).revision }),
    },
  });
  const { failure } = saving;
  const mayChange = props.mayWrite && kept?.state !== 'archived';
  const missing = isAsked && 'missing' in read ? read.missing : null;
  const part: PartProps = {
    draft,
    onChange: (changes) => {
      setDraft((before) => ({ ...before, ...changes }));
      saving.clear();
    },
    onKept: (changes) => {
      setDraft((before) => ({ ...before, kept: without({ ...before.kept, ...changes }) }));
      saving.clear();
    },
    missing,
    faultOf: (field) => faultAt(failure, field, t),
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if ('offer' in read) void saving.run({ offer: read.offer, revision });
  };
  const isElsewhere =
    failure !== null &&
    failure.kind !== 'changed' &&
    !FIELDS.some((one) => faultAt(failure, one, t) !== undefined);
  return (
    <>
      <PageHeader
        title={
          kept === null ? (
            t('clubOffers.make')
          ) : (
            <bdi style={{ whiteSpace: 'normal' }}>{speech.words(kept.offer.name)}</bdi>
          )
        }
        tab={kept === null ? t('clubOffers.make') : speech.words(kept.offer.name)}
        meaning={kept?.state === 'active' && mayChange ? t('clubOffers.activeChanges') : undefined}
        crumbs={[
          <Link key="offers" to={paths.clubOffers} search={{}} onClick={onDone}>
            {t('clubOffers.title')}
          </Link>,
        ]}
      />
      <form noValidate className={styles.form} onSubmit={submit}>
        <fieldset
          className={styles.fields}
          disabled={!mayChange}
          style={{ border: 0, margin: 0, padding: 0, minInlineSize: 0 }}
        >
          <legend className="only-heard">{t('clubOffers.form')}</legend>
          <GivesFields {...part} />
          <WhomFields {...part} />
          <WordsFields {...part} />
          <WhenFields {...part} />
          <WhereFields {...part} />
          <BoundsFields {...part} />
          {failure !== null && isElsewhere ? <Alert severity="error">{failureText(failure, t)}</Alert> : null}
          {missing === null ? null : <Alert severity="warning">{t(`clubOffers.missing.${missing}`)}</Alert>}
          {mayChange ? (
            <div className={styles.deeds}>
              <Button type="submit" variant="contained" loading={saving.pending}>
                {t(kept === null ? 'clubOffers.saveDraft' : 'clubOffers.save')}
              </Button>
              <Button color="inherit" onClick={onDone}>
                {t('confirm.cancel')}
              </Button>
            </div>
          ) : null}
        </fieldset>
        <aside className={styles.aside} aria-label={t('clubOffers.beside')}>
          <h2>{t('clubOffers.customer')}</h2>
          {'offer' in read ? (
            <>
              <CustomerView offer={read.offer} />
              <p className="soft" style={{ margin: 0 }}>
                {words.whom(read.offer.for, read.offer.newcomers)}
              </p>
              <h2>{t('clubOffers.advice.title')}</h2>
              <Advice
                offer={read.offer}
                {...(mayChange
                  ? { onInstead: (instead) => setDraft(draftOf(swapped(read.offer, instead), zone)) }
                  : {})}
              />
            </>
          ) : (
            <p className="soft">{t('clubOffers.notWhole')}</p>
          )}
        </aside>
      </form>
    </>
  );
}

/** Fields that are undefined are not there. */
function without(offer: { readonly [Key in keyof Offer]?: Offer[Key] | undefined }): Offer {
  return Object.fromEntries(Object.entries(offer).filter(([, value]) => value !== undefined)) as Offer;
}

function faultAt(
  failure: Failure | null,
  field: string,
  t: ReturnType<typeof useTranslation>['t'],
): string | undefined {
  if (failure === null || failure.kind !== 'refused' || failure.field === undefined) return undefined;
  const place = failure.field.replace(/^offer\./, '');
  return place === field || place.startsWith(`${field}.`) || place.startsWith(`${field}[`)
    ? failureText(failure, t)
    : undefined;
}
