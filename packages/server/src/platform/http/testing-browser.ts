import type { FastifyInstance, InjectOptions } from 'fastify';
import { addStaff } from '../sign-in/index.ts';
import type { Business } from '../tenancy/index.ts';
import type { Served } from './testing.ts';

/** The password of everybody whom `staffOf` makes. */
export const TEST_PASSWORD = 'آب‌انبار و نردبان';

const HOST = 'shop.example';

/** What a page of our own sends along with what it asks. */
export const ORIGIN = { host: HOST, origin: `https://${HOST}` };

let addresses = 0;

/** One browser: keeps its cookies, and asks from a network address of its own. */
export class TestBrowser {
  private readonly app: FastifyInstance;
  readonly cookies = new Map<string, string>();
  readonly address = `10.0.${(addresses += 1) >> 8}.${addresses & 255}`;
  business: string | undefined;

  constructor(served: Served) {
    this.app = served.app;
  }

  async ask(
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    url: string,
    payload?: object,
    headers: object = {},
  ) {
    const options: InjectOptions = {
      method,
      url,
      remoteAddress: this.address,
      headers: {
        ...ORIGIN,
        ...(this.cookies.size === 0
          ? {}
          : {
              cookie: [...this.cookies]
                .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
                .join('; '),
            }),
        ...(this.business === undefined ? {} : { 'nardeban-business': this.business }),
        ...headers,
      },
      ...(payload === undefined ? {} : { payload }),
    };
    const answer = await this.app.inject(options);
    for (const { name, value, maxAge } of answer.cookies) {
      if (maxAge === 0 || value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const body = answer.body === '' ? {} : answer.json();
    return {
      status: answer.statusCode,
      body,
      code: body.code as string | undefined,
      headers: answer.headers,
    };
  }

  /** As one who is known by this e-mail; a password of one's own is told. */
  signIn(email: string, password = TEST_PASSWORD) {
    return this.ask('POST', '/api/auth/sign-in/email', { email, password });
  }
}

/** Somebody of the staff, with their browser signed in. */
export async function staffOf(
  served: Served,
  business: Business,
  role: string,
  email = `${role}@${business.slug}.example`,
): Promise<{ browser: TestBrowser; id: string; email: string }> {
  const added = await addStaff(served.database, {
    email,
    name: role,
    password: TEST_PASSWORD,
    role,
    businessSlug: business.slug,
  });
  if (!added.ok) throw new Error(added.refusal.code);
  const browser = new TestBrowser(served);
  browser.business = business.slug;
  const { status, code } = await browser.signIn(email);
  if (status !== 200) throw new Error(code);
  return { browser, id: added.value.userId, email };
}
