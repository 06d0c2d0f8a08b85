import type { PortalSettings } from '../../capabilities/portal/index.ts';

/** The members' own pages: what the house says to them, and what it calls the rungs towards them. */
export const demoPortal: Omit<PortalSettings, 'revision'> = {
  open: true,
  joining: true,
  welcome: 'خوش آمدید؛ با هر فنجان یک پله بالاتر.',
  rungs: {
    suspect: { fa: 'رهگذر آشنا', en: 'Familiar face' },
    lead: { fa: 'کنجکاو قهوه', en: 'Curious about coffee' },
    prospect: { fa: 'مهمان خانه', en: 'Guest of the house' },
    'first-time-customer': { fa: 'هم‌فنجان', en: 'Cup companion' },
    'repeat-customer': { fa: 'همراه همیشگی', en: 'Regular companion' },
    advocate: { fa: 'یار هفت‌پله', en: 'Friend of Seven Steps' },
  },
};
