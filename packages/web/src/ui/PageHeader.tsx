import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Bone } from './Bone.tsx';
import { OnwardIcon } from './icons.tsx';
import styles from './PageHeader.module.css';

/**
 * The head of every page: its name (a bone while it is not known), a sentence on what it is for, and what can be done
 * here. `crumbs` are links to the pages above this one, outermost first. The browser's tab takes `tab`, or the title
 * where that is plain text.
 */
export function PageHeader(props: {
  readonly title: ReactNode;
  readonly tab?: string | undefined;
  readonly meaning?: ReactNode;
  readonly actions?: ReactNode;
  readonly crumbs?: readonly ReactNode[];
}) {
  const { t } = useTranslation();
  const { title, meaning, actions, crumbs = [] } = props;
  useTab(props.tab ?? (typeof title === 'string' ? title : undefined));
  return (
    <div className={styles.header}>
      <div className={styles.words}>
        {crumbs.length === 0 ? null : (
          <nav aria-label={t('frame.way')}>
            <ol className={styles.way}>
              {crumbs.map((crumb, index) => (
                <li key={index}>
                  {crumb}
                  <OnwardIcon size={14} />
                </li>
              ))}
            </ol>
          </nav>
        )}
        <h1 className={styles.title}>{title ?? <Bone width={240} />}</h1>
        {meaning === undefined ? null : <p className={styles.meaning}>{meaning}</p>}
      </div>
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
    </div>
  );
}

/** Names the browser's tab after the page; while the name is not known the tab says the product's. */
export function useTab(name: string | undefined): void {
  const { t, i18n } = useTranslation();
  const brand = t('brand');
  useEffect(() => {
    document.title = name === undefined || name === '' ? brand : `${name} · ${brand}`;
  }, [name, brand, i18n.language]);
}
