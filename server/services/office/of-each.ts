/**
 * The same work for each of the offices, one after the other: where one fails the others have their turn all the same, and then the
 * failure is thrown, of several all together.
 */
export async function ofEach<T>(offices: readonly T[], work: (office: T) => Promise<unknown>): Promise<void> {
  const failures: unknown[] = []
  for (const office of offices)
    try {
      await work(office)
    } catch (error) {
      failures.push(error)
    }
  if (failures.length > 1) throw new AggregateError(failures, 'several offices')
  if (failures.length === 1) throw failures[0]
}
