import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { FactDialog } from './FactDialog.tsx';
import { FactsCard } from './FactsCard.tsx';
import type { Declaring } from './shapes.ts';
import { TraitDialog } from './TraitDialog.tsx';
import { TraitsCard } from './TraitsCard.tsx';

/** The business's own words: what its people's traits are, and what else may happen to them. */
export function WordsSection() {
  const { t } = useTranslation();
  const [declaring, setDeclaring] = useState<Declaring | null>(null);
  const close = () => setDeclaring(null);
  return (
    <>
      <PageHeader title={t('words.name')} meaning={t('words.meaning')} />
      <TraitsCard onDeclare={setDeclaring} />
      <FactsCard onDeclare={setDeclaring} />
      {declaring?.what === 'trait' ? <TraitDialog from={declaring.from} onClose={close} /> : null}
      {declaring?.what === 'fact' ? <FactDialog from={declaring.from} onClose={close} /> : null}
    </>
  );
}
