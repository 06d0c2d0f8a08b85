/** The two languages the product speaks; Persian is the source, English is complete. */
export type Language = 'fa' | 'en';
