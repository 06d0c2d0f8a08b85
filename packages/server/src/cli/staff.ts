import type { Command } from './command.ts';
import { businessOption } from './options.ts';

export const command: Command = {
  summary: 'Lets a member of staff sign in to a business; a new account gets a password, shown once.',
  usage: 'staff <e-mail> [--business <slug>] [--role <role>] [--name <name>]',
  options: {
    business: businessOption,
    role: {
      type: 'string',
      value: 'role',
      description: 'owner (when not given), manager, sales, support, cashier or analyst',
    },
    name: { type: 'string', value: 'name', description: 'their name; the part before the @ when not given' },
  },
  positionals: [1, 1],
  async run(context) {
    const { openBusiness } = await import('./business.ts');
    const { addStaff, newPassword } = await import('../platform/sign-in/index.ts');
    const { recordDeed } = await import('../platform/audit/index.ts');
    const opened = await context.open();
    const business = await openBusiness(context, opened);
    const email = context.positionals[0] ?? '';
    const password = newPassword();
    const added = await addStaff(opened.database, {
      email,
      name: context.text('name') ?? email.split('@')[0] ?? '',
      password,
      businessSlug: business.slug,
      role: context.text('role') ?? 'owner',
      language: business.language,
    });
    if (!added.ok) return context.refuse(added.refusal);
    const { email: address, created, userId } = added.value;
    const role = context.text('role') ?? 'owner';
    await opened.database.withBusiness(business.id, (tx) =>
      recordDeed(tx, {
        by: { kind: 'program', name: 'command line' },
        deed: 'staff.joined',
        about: { kind: 'staff', id: userId },
        detail: { role, email: address },
      }),
    );
    context.print(
      { business: business.slug, email: address, created, password: created ? password : null },
      created
        ? `${address} can sign in to ${business.slug} with the password ${password}`
        : `${address} can sign in to ${business.slug} with the password they have`,
    );
    return 0;
  },
};
