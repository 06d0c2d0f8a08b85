import { withConnection } from '../database/connection.ts';

/**
 * The slugs of all businesses, oldest first: for whoever runs the program itself, on its command line. The
 * application's role cannot ask this.
 */
export async function businessSlugs(ownerUrl: string): Promise<string[]> {
  return withConnection(ownerUrl, async (client) => {
    const { rows } = await client.query<{ slug: string }>('SELECT slug FROM businesses ORDER BY business_id');
    return rows.map((row) => row.slug);
  });
}
