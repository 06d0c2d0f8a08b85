import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { type FormEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { encode } from 'uqr';
import { answerOf, api } from '../../api/client.ts';
import { failureText } from '../../failure/failure-text.ts';
import { useDeed } from '../../api/mutations.ts';
import { useToasts } from '../../ui/toasts.ts';
import { PasswordField } from '../sign-in/PasswordField.tsx';
import { FormDialog } from './FormDialog.tsx';
import { Secret } from './Secret.tsx';
import styles from './SettingsPage.module.css';

interface Begun {
  readonly uri: string;
  readonly recoveryCodes: readonly string[];
}

type Asked = 'begin' | 'off' | 'codes';

const ACCOUNT = [['account'], ['account-sessions'], ['staff']];

/** Two-step sign-in: password, picture, first code, and the codes for when the phone is not at hand. */
export function SecondFactor({ on }: { readonly on: boolean }) {
  const { t } = useTranslation();
  const toasts = useToasts();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [password, setPassword] = useState('');
  const [begun, setBegun] = useState<Begun | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const withPassword = useDeed({
    send: async (
      input: { readonly for: Asked; readonly password: string },
      headers,
    ): Promise<Begun | null> => {
      const body = { password: input.password };
      if (input.for === 'begin') return answerOf(api.POST('/v1/account/second-factor', { body, headers }));
      if (input.for === 'codes') {
        const fresh = await answerOf(api.POST('/v1/account/second-factor/recovery-codes', { body, headers }));
        return { uri: '', recoveryCodes: fresh.recoveryCodes };
      }
      await answerOf(api.POST('/v1/account/second-factor/off', { body, headers }));
      return null;
    },
    refresh: ACCOUNT,
    onDone: (answer, input) => {
      if (input.for === 'off') toasts.say(t('settings.second.turnedOff'));
      setPassword('');
      setAsked(null);
      if (input.for === 'begin') setBegun(answer);
      if (input.for === 'codes') setCodes(answer?.recoveryCodes ?? null);
    },
    tellsFailure: true,
  });
  const ask = (what: Asked) => {
    withPassword.clear();
    setCodes(null);
    setAsked(what);
  };
  const { failure } = withPassword;

  return (
    <section className={styles.card}>
      <h2>{t('settings.second.title')}</h2>
      <p>{t(on ? 'settings.second.on' : 'settings.second.off')}</p>
      {codes === null ? null : <RecoveryCodes codes={codes} onKept={() => setCodes(null)} />}
      {begun === null ? (
        <div className={styles.actions} style={{ marginBlockStart: 0 }}>
          {on ? (
            <>
              <Button variant="outlined" onClick={() => ask('codes')}>
                {t('settings.second.fresh')}
              </Button>
              <Button color="inherit" onClick={() => ask('off')}>
                {t('settings.second.turnOff')}
              </Button>
            </>
          ) : codes === null ? (
            <Button variant="outlined" onClick={() => ask('begin')}>
              {t('settings.second.turnOn')}
            </Button>
          ) : null}
        </div>
      ) : (
        <Enrol
          begun={begun}
          onDone={() => {
            setCodes(begun.recoveryCodes);
            setBegun(null);
          }}
          onCancel={() => setBegun(null)}
        />
      )}
      <FormDialog
        open={asked !== null}
        title={t(
          asked === 'off'
            ? 'settings.second.offTitle'
            : asked === 'codes'
              ? 'settings.second.fresh'
              : 'settings.second.title',
        )}
        deed={t(asked === 'off' ? 'settings.second.turnOff' : 'settings.second.begin')}
        pending={withPassword.pending}
        onClose={() => setAsked(null)}
        onSubmit={() => {
          if (asked !== null) void withPassword.run({ for: asked, password });
        }}
      >
        {asked === 'off' ? <p style={{ margin: 0 }}>{t('settings.second.offText')}</p> : null}
        {asked === 'codes' ? <p style={{ margin: 0 }}>{t('settings.second.freshText')}</p> : null}
        {failure === null || failure.field !== undefined ? null : (
          <Alert severity="error">{failureText(failure, t)}</Alert>
        )}
        <PasswordField
          label={t('settings.password')}
          kind="current"
          autoFocus
          value={password}
          onChange={setPassword}
          fault={failure?.field === 'password' ? failure.sentence : undefined}
        />
      </FormDialog>
    </section>
  );
}

function Enrol(props: { readonly begun: Begun; readonly onDone: () => void; readonly onCancel: () => void }) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const { uri } = props.begun;
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  const confirming = useDeed({
    send: (body: { readonly code: string }, headers) =>
      answerOf(api.POST('/v1/account/second-factor/confirm', { body, headers })),
    refresh: ACCOUNT,
    said: () => t('settings.second.turnedOn'),
    onDone: props.onDone,
    tellsFailure: true,
  });
  const { failure } = confirming;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void confirming.run({ code });
  };
  return (
    <form className={styles.stack} onSubmit={submit}>
      <p style={{ margin: 0 }}>{t('settings.second.scan')}</p>
      <Picture text={uri} label={t('settings.second.qr')} />
      <p className={styles.faded} style={{ margin: 0 }}>
        {t('settings.second.secret')}
      </p>
      <Secret label={t('settings.second.secret')} text={secret} />
      <TextField
        label={t('settings.second.code')}
        required
        autoFocus
        value={code}
        onChange={(event) => setCode(event.target.value)}
        error={failure !== null}
        helperText={failure === null ? undefined : failureText(failure, t)}
        autoComplete="one-time-code"
        slotProps={{ htmlInput: { dir: 'ltr', inputMode: 'numeric', minLength: 6, maxLength: 9 } }}
      />
      <div className={styles.actions} style={{ marginBlockStart: 0 }}>
        <Button type="submit" variant="contained" loading={confirming.pending}>
          {t('settings.second.confirm')}
        </Button>
        <Button color="inherit" onClick={props.onCancel}>
          {t('confirm.cancel')}
        </Button>
      </div>
    </form>
  );
}

/** A QR code, drawn as one path. */
function Picture({ text, label }: { readonly text: string; readonly label: string }) {
  const { size, path } = useMemo(() => {
    const { data, size: side } = encode(text, { border: 0 });
    const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
    return { size: side, path: squares.join('') };
  }, [text]);
  return (
    <div className={styles.picture}>
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
        <path d={path} fill="#000" />
      </svg>
    </div>
  );
}

function RecoveryCodes(props: { readonly codes: readonly string[]; readonly onKept: () => void }) {
  const { t } = useTranslation();
  return (
    <div style={{ display: 'grid', gap: 12, marginBlockEnd: 20 }}>
      <Alert severity="warning">
        <strong>{t('settings.second.recoveryTitle')}</strong>
        <br />
        {t('settings.second.recoveryText')}
      </Alert>
      <ul className={styles.codes}>
        {props.codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={styles.actions} style={{ marginBlockStart: 0 }}>
        <Button variant="contained" onClick={props.onKept}>
          {t('settings.second.kept')}
        </Button>
      </div>
    </div>
  );
}
