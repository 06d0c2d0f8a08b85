import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { NavigationEntry } from '../navigation.ts';

/** A link to a page of the navigation; the page the reader is on says so to eyes and ears. */
export function NavigationLink(props: {
  readonly entry: NavigationEntry;
  readonly present: boolean;
  readonly className: string | undefined;
  readonly iconSize?: number;
  /** Only the picture; the name is heard, and shown when pointed at. */
  readonly folded?: boolean;
  readonly onGo?: () => void;
}) {
  const { t } = useTranslation();
  const { entry, present, folded = false } = props;
  const Icon = entry.icon;
  const name = t(entry.label);
  return (
    <Link
      to={entry.path}
      className={props.className ?? ''}
      activeOptions={{ exact: true, includeSearch: false }}
      aria-current={present ? 'page' : undefined}
      title={folded ? name : undefined}
      onClick={() => props.onGo?.()}
    >
      <Icon size={props.iconSize ?? 20} />
      <span className={folded ? 'only-heard' : undefined}>{name}</span>
    </Link>
  );
}
