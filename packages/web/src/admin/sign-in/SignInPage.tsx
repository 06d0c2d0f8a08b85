import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { accountQuery } from '../../api/coming-in-queries.ts';
import { changeLanguage } from '../../language/languages.ts';
import { paths } from '../../paths.ts';
import { Entrance } from './Entrance.tsx';
import { SignInForm } from './SignInForm.tsx';

const route = getRouteApi(paths.signIn);

export function SignInPage() {
  const { t, i18n } = useTranslation();
  const { next, lang } = route.useSearch();
  const router = useRouter();
  const queries = useQueryClient();
  const goOn = async () => {
    queries.clear();
    // Everybody reads in their own language, unless the address asks for one.
    const account = await queries.fetchQuery(accountQuery()).catch(() => null);
    if (lang === undefined && account !== null && account.language !== i18n.language) {
      await changeLanguage(i18n, account.language);
    }
    await router.navigate({ href: next ?? paths.home, replace: true });
  };
  return (
    <Entrance title={t('signIn.title')} lead={t('signIn.lead')}>
      <SignInForm onIn={goOn} />
    </Entrance>
  );
}
