import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import spend from '../../insight/spend/Spend.module.css';

/** The next page of a list, where there is one. */
export function More(props: {
  readonly list: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    fetchNextPage(): Promise<unknown>;
  };
}) {
  const { t } = useTranslation();
  const { list } = props;
  if (!list.hasNextPage) return null;
  return (
    <div className={`${spend.more} not-printed`}>
      <Button variant="outlined" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
        {t('more')}
      </Button>
    </div>
  );
}
