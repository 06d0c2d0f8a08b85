import Button from '@mui/material/Button';
import { createLink } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { paths } from '../../paths.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LadderIcon } from '../../ui/icons.tsx';
import { useSetting } from '../setting.ts';

const ButtonLink = createLink(Button);

/** A business without people: how the first ones come in. */
export function NobodyYet() {
  const { t } = useTranslation();
  const { session } = useSetting();
  return (
    <EmptyState
      icon={<LadderIcon size={30} />}
      title={t('nobody.title')}
      steps={[t('nobody.file'), t('nobody.live'), t('nobody.look')]}
      actions={
        session?.scopes.includes('imports:write') === true ? (
          <ButtonLink to={paths.newImport} variant="contained">
            {t('nobody.import')}
          </ButtonLink>
        ) : null
      }
    >
      {t('nobody.text')}
    </EmptyState>
  );
}
