import Skeleton from '@mui/material/Skeleton';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Skeletons.module.css';

/**
 * Bones of what is on its way, in its own size, so that nothing jumps when it comes. Each says «loading» once to who
 * listens instead of looking.
 */
function Bones({
  children,
  className,
}: {
  readonly children: ReactNode;
  readonly className?: string | undefined;
}) {
  const { t } = useTranslation();
  return (
    <div role="status" aria-busy="true">
      <span className="only-heard">{t('loading')}</span>
      <div className={className} aria-hidden="true">
        {children}
      </div>
    </div>
  );
}

/** Rows of a list or a table; `height` in pixels is that of a real row. */
export function RowsSkeleton(props: {
  readonly rows?: number;
  readonly columns?: number;
  readonly height?: number;
}) {
  const { rows = 8, columns = 4, height = 56 } = props;
  return (
    <Bones>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={styles.row} style={{ '--height': `${height}px` }}>
          {Array.from({ length: columns }, (_column, column) => (
            // Unequal lengths look like text; they are the same every time, so that nothing flickers.
            <Skeleton key={column} width={`${55 + ((row * 17 + column * 29) % 40)}%`} />
          ))}
        </div>
      ))}
    </Bones>
  );
}

export function CardsSkeleton(props: { readonly cards?: number; readonly height?: number }) {
  const { cards = 3, height = 140 } = props;
  return (
    <Bones className={styles.cards}>
      {Array.from({ length: cards }, (_, card) => (
        <Skeleton key={card} variant="rounded" height={height} />
      ))}
    </Bones>
  );
}

export function FormSkeleton({ fields = 4 }: { readonly fields?: number }) {
  return (
    <Bones className={styles.form}>
      {Array.from({ length: fields }, (_, field) => (
        <Skeleton key={field} variant="rounded" height={56} />
      ))}
    </Bones>
  );
}

/** One block: a chart, a card, a picture. */
export function BlockSkeleton({ height }: { readonly height: number }) {
  return (
    <Bones>
      <Skeleton variant="rounded" height={height} />
    </Bones>
  );
}

export function TextSkeleton({ lines = 3 }: { readonly lines?: number }) {
  return (
    <Bones>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} width={`${90 - ((line * 23) % 45)}%`} />
      ))}
    </Bones>
  );
}
