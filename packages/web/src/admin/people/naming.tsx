import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Identifier } from '../../api/answers.ts';
import { showPhone } from '../../language/phones.ts';
import { LeftToRight } from '../../ui/LeftToRight.tsx';

/** A person's name in its own direction; who has none is called by number. */
export function PersonName({ name, id }: { readonly name: string | null; readonly id: number }) {
  const { t } = useTranslation();
  if (name === null || name.trim() === '') return <span>{t('person.nameless', { number: id })}</span>;
  return <bdi style={{ whiteSpace: 'normal' }}>{name}</bdi>;
}

export function identifierShown(identifier: Identifier): ReactNode {
  const value = identifier.kind === 'mobile' ? showPhone(identifier.value) : identifier.value;
  return <LeftToRight>{value}</LeftToRight>;
}
