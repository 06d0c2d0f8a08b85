import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { permissionsQuery } from '../../api/coming-in-queries.ts';
import { MetIcon } from '../../ui/icons.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { RowsSkeleton } from '../../ui/Skeletons.tsx';
import { FailureNotice } from '../FailureNotice.tsx';
import { useSetting } from '../setting.ts';
import { ScopeWords } from './ScopeWords.tsx';
import styles from './SettingsPage.module.css';

/** The table the server holds everybody to, as it stands there. */
export function RolesSection() {
  const { t } = useTranslation();
  const { asking, session } = useSetting();
  const permissions = useQuery(permissionsQuery(asking));
  return (
    <>
      <PageHeader title={t('settings.roles.name')} meaning={t('settings.roles.meaning')} />
      {permissions.isError ? (
        <FailureNotice error={permissions.error} onRetry={() => void permissions.refetch()} />
      ) : permissions.data === undefined ? (
        <RowsSkeleton rows={12} columns={6} height={46} />
      ) : (
        // It scrolls sideways on a telephone, also by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className={styles.tableBox} tabIndex={0} role="region" aria-label={t('settings.roles.name')}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('settings.roles.scope')}</th>
                {permissions.data.roles.map(({ role }) => (
                  <th key={role} scope="col" className={role === session?.role ? styles.own : undefined}>
                    {t(`comingIn.roles.${role}`)}
                    {role === session?.role ? (
                      <span className="only-heard"> ({t('settings.roles.yours')})</span>
                    ) : null}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {permissions.data.scopes.map((scope) => (
                <tr key={scope}>
                  <th scope="row">
                    <ScopeWords scope={scope} />
                  </th>
                  {permissions.data.roles.map(({ role, scopes }) => (
                    <td key={role} className={role === session?.role ? styles.own : undefined}>
                      {scopes.includes(scope) ? (
                        <span className={styles.yes}>
                          <MetIcon size={18} />
                          <span className="only-heard">{t('settings.roles.may')}</span>
                        </span>
                      ) : (
                        <span className={styles.no}>
                          <span aria-hidden="true">–</span>
                          <span className="only-heard">{t('settings.roles.mayNot')}</span>
                        </span>
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
