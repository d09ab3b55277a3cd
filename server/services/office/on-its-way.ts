import { AppError } from '../../../shared/kit/errors.ts'

/** Does something; a refusal is told before it goes on its way. */
export async function onItsWay<T>(act: () => Promise<T>, refused: (code: string) => Promise<void>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    if (error instanceof AppError) await refused(error.code)
    throw error
  }
}
