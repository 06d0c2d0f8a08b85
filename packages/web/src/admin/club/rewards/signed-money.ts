import { accept } from '@nardeban/core/values';
import type { Manner } from '../../criteria/figures.ts';

/** An amount that may be owed the other way round: a minus before it, in any of its shapes. */
export function signedIn(money: Manner<number>): Manner<number> {
  return {
    ...money,
    show: (minor) => (minor < 0 ? `\u2212${money.show(-minor)}` : money.show(minor)),
    read: (text) => {
      const plain = text.trim();
      if (!/^[-\u2212\u2013]/.test(plain)) return money.read(text);
      const read = money.read(plain.slice(1));
      return read.ok ? accept(-read.value) : read;
    },
  };
}
