import { FIRST_TABLED_DAY } from '../../values/index.ts';
import type { OrderKept } from '../buyer.ts';
import { Names } from './names.ts';
import { discountOf, netOf, paidOf } from './order.ts';

/** From so many categories, or things where categories are not told, an order day is of several kinds. */
const MIXED_CATEGORIES = 2;
const MIXED_ITEMS = 3;

/** Sums over the order days of one person, each day closed when the next begins. Used for one person after another. */
export class OrderDays {
  orders = 0;
  first = 0;
  last = 0;
  paid = 0;
  price = 0;
  granted = 0;
  discounted = 0;
  withLines = 0;
  mixed = 0;
  readonly categories = new Names();
  readonly items = new Names();
  private discountToday = false;

  begin(): void {
    this.orders = 0;
    this.first = FIRST_TABLED_DAY - 1;
    this.last = FIRST_TABLED_DAY - 1;
    this.paid = 0;
    this.price = 0;
    this.granted = 0;
    this.discounted = 0;
    this.withLines = 0;
    this.mixed = 0;
    this.categories.nextPerson();
    this.items.nextPerson();
  }

  take(order: OrderKept): void {
    if (order.day > this.last) {
      this.close();
      if (this.orders === 0) this.first = order.day;
      this.last = order.day;
      this.orders++;
    }
    const discount = discountOf(order);
    if (discount > 0) this.discountToday = true;
    this.granted += discount;
    this.price += discount + paidOf(order);
    this.paid += netOf(order);
    for (const { item, category } of order.lines) {
      this.items.take(item);
      if (category !== null) this.categories.take(category);
    }
  }

  close(): void {
    if (this.discountToday) this.discounted++;
    this.discountToday = false;
    const items = this.items.ofDay;
    const kinds = this.categories.ofDay;
    this.items.nextDay();
    this.categories.nextDay();
    if (items === 0) return;
    this.withLines++;
    if (kinds === 0 ? items >= MIXED_ITEMS : kinds >= MIXED_CATEGORIES) this.mixed++;
  }
}
