/** What a deal came to without what came back of it, of the table `deals d`; null: nobody knows what it came to. */
export const KEPT_AMOUNT = 'd.amount - least(d.returned, d.amount)';
