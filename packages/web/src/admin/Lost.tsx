import Button from '@mui/material/Button';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { paths } from '../paths.ts';
import { Notice } from '../ui/Notice.tsx';

/** An address that leads nowhere: a page of its own, outside the frame. */
export function Lost() {
  const { t } = useTranslation();
  return (
    <main>
      <Notice
        whole
        title={t('lost.title')}
        action={
          <Button variant="contained" component={Link} to={paths.home}>
            {t('lost.home')}
          </Button>
        }
      >
        <p>{t('lost.text')}</p>
      </Notice>
    </main>
  );
}
