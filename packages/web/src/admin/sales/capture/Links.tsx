import Button from '@mui/material/Button';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FormsIcon } from '../../../ui/sales-icons.tsx';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import styles from './Capture.module.css';
import { LinkDialog } from './LinkDialog.tsx';
import { type CaptureLink, linksQuery } from './queries.ts';
import { ShowMore } from './ShowMore.tsx';
import { SquareDialog } from './SquareDialog.tsx';

/** Links for leaflets and stands: each keeps where somebody comes from, and counts. */
export function Links({ mayManage }: { readonly mayManage: boolean }) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const [changing, setChanging] = useState<CaptureLink | 'new' | null>(null);
  const [shown, setShown] = useState<CaptureLink | null>(null);
  const links = useInfiniteQuery(linksQuery(asking));
  const rows = links.data?.pages.flatMap((page) => page.links) ?? [];
  const make = mayManage ? (
    <Button variant="contained" onClick={() => setChanging('new')}>
      {t('salesCapture.newLink')}
    </Button>
  ) : null;
  return (
    <>
      {links.isError && rows.length === 0 ? (
        <FailureNotice error={links.error} onRetry={() => void links.refetch()} />
      ) : links.data === undefined ? (
        <RowsSkeleton rows={3} columns={3} height={84} />
      ) : rows.length === 0 ? (
        <EmptyState icon={<FormsIcon size={30} />} title={t('salesCapture.noLinks')} actions={make}>
          {t('salesCapture.noLinksText')}
        </EmptyState>
      ) : (
        <>
          <div className={`${spend.tools} ${spend.bar} not-printed`}>{make}</div>
          <ul className={spend.rows} aria-label={t('salesCapture.viewOf.links')}>
            {rows.map((link) => (
              <li key={link.id}>
                <div className={spend.row}>
                  <div className={`${spend.what} ${styles.long}`}>
                    <strong>
                      <bdi>{link.title}</bdi>
                    </strong>{' '}
                    {link.closed ? (
                      <span className={spend.verdict}>{t('salesCapture.stateOf.closed')}</span>
                    ) : null}
                    <div className={spend.about}>
                      {[link.source, link.medium, link.campaign].map((part, index) =>
                        part === null ? null : (
                          <span key={index}>
                            <bdi>{part}</bdi>
                          </span>
                        ),
                      )}
                    </div>
                    <bdi dir="ltr" className={styles.address}>
                      {link.address}
                    </bdi>
                  </div>
                  <span className={spend.amount}>
                    {t('salesCapture.scans', { count: link.scans, shown: speech.number(link.scans) })}
                  </span>
                  <span className={`${spend.buttons} not-printed`}>
                    <Button
                      size="small"
                      aria-label={t('salesCapture.squareOf', { name: `\u2068${link.title}\u2069` })}
                      onClick={() => setShown(link)}
                    >
                      {t('salesCapture.square')}
                    </Button>
                    {mayManage ? (
                      <Button
                        size="small"
                        aria-label={t('salesCapture.changeThis', { name: `\u2068${link.title}\u2069` })}
                        onClick={() => setChanging(link)}
                      >
                        {t('salesCapture.change')}
                      </Button>
                    ) : null}
                  </span>
                </div>
              </li>
            ))}
          </ul>
          <ShowMore list={links} />
        </>
      )}
      {changing === null ? null : (
        <LinkDialog
          link={changing === 'new' ? null : changing}
          onClose={() => setChanging(null)}
          onMade={(made) => setShown(made)}
        />
      )}
      {shown === null ? null : <SquareDialog link={shown} onClose={() => setShown(null)} />}
    </>
  );
}
