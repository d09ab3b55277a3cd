/** An exact fraction; `den` is positive. Published letters hang on the second decimal, so binary fractions may not decide. */
export interface Ratio {
  readonly num: bigint
  readonly den: bigint
}

/** The fraction `num / den` of two whole numbers. */
export function ratio(num: number | bigint, den: number | bigint = 1n): Ratio {
  return { num: BigInt(num), den: BigInt(den) }
}

/** The fraction a decimal number is written as, such as 3.868 = 3868/1000; plain notation only (no exponent). */
export function fromDecimal(value: number): Ratio {
  const [whole, fraction = ''] = String(value).split('.')
  return { num: BigInt(whole! + fraction), den: 10n ** BigInt(fraction.length) }
}

/** The sum of two fractions. */
export function plus(a: Ratio, b: Ratio): Ratio {
  return { num: a.num * b.den + b.num * a.den, den: a.den * b.den }
}

/** The product of two fractions. */
export function times(a: Ratio, b: Ratio): Ratio {
  return { num: a.num * b.num, den: a.den * b.den }
}

/** A fraction that is not negative, rounded half-up at `digits` decimals, still as a fraction. */
export function rounded(a: Ratio, digits: number): Ratio {
  const scale = 10n ** BigInt(digits)
  return { num: (2n * a.num * scale + a.den) / (2n * a.den), den: scale }
}

/** The nearest number to a fraction whose parts fit a double exactly. */
export function toNumber(a: Ratio): number {
  return Number(a.num) / Number(a.den)
}
