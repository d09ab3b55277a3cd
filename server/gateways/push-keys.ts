import { createECDH } from 'node:crypto'
import type { VapidKeys } from 'web-push'

/** Of the secret half; the public one is a point of two numbers of this length behind one byte. */
export const KEY_BYTES = 32

/** A fresh pair by which push services know this installation: a key of the curve P-256 (RFC 8292, section 2). */
export function newPushKeys(): VapidKeys {
  const pair = createECDH('prime256v1')
  const publicKey = pair.generateKeys('base64url')
  const secret = pair.getPrivateKey()
  // A secret with leading zeros comes shorter than the curve.
  const whole = Buffer.concat([Buffer.alloc(KEY_BYTES - secret.length), secret])
  return { publicKey, privateKey: whole.toString('base64url') }
}
