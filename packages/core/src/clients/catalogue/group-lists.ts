/** Group and signature lists that several profiles offer, most wanted first. */
import { group, scheme } from '../code-points.ts'

export const noneGroups: readonly number[] = []
export const nist2Groups: readonly number[] = [group.p256, group.p384]
export const nist3Groups: readonly number[] = [group.p256, group.p384, group.p521]
export const x2Groups: readonly number[] = [group.x25519, group.p256, group.p384]
export const x3Groups: readonly number[] = [group.x25519, group.p256, group.x448, group.p521, group.p384]
export const xffGroups: readonly number[] = [
  group.x25519,
  group.p256,
  group.x448,
  group.p521,
  group.p384,
  group.ffdhe2048,
  group.ffdhe3072,
  group.ffdhe4096,
]
export const pqGroups: readonly number[] = [group.x25519MlKem768, group.x25519, group.p256, group.p384]
export const pqffGroups: readonly number[] = [
  group.x25519MlKem768,
  group.x25519,
  group.p256,
  group.x448,
  group.p384,
  group.p521,
  group.ffdhe2048,
  group.ffdhe3072,
]
export const ffGroups: readonly number[] = [
  group.x25519,
  group.p256,
  group.p384,
  group.p521,
  group.ffdhe2048,
  group.ffdhe3072,
]
export const javaGroups: readonly number[] = [
  group.x25519,
  group.p256,
  group.p384,
  group.p521,
  group.x448,
  group.ffdhe2048,
  group.ffdhe3072,
  group.ffdhe4096,
]
export const java8Groups: readonly number[] = [group.p256, group.p384, group.p521]

export const oldSchemes: readonly number[] = [
  scheme.rsaSha256,
  scheme.rsaSha384,
  scheme.rsaSha1,
  scheme.ecdsaP256Sha256,
  scheme.ecdsaP384Sha384,
  scheme.ecdsaSha1,
  scheme.dsaSha1,
]
export const sha2Schemes: readonly number[] = [
  scheme.rsaSha512,
  scheme.ecdsaP521Sha512,
  scheme.rsaSha384,
  scheme.ecdsaP384Sha384,
  scheme.rsaSha256,
  scheme.ecdsaP256Sha256,
  scheme.rsaSha1,
  scheme.ecdsaSha1,
]
export const pssSchemes: readonly number[] = [
  scheme.ecdsaP256Sha256,
  scheme.pssSha256,
  scheme.rsaSha256,
  scheme.ecdsaP384Sha384,
  scheme.pssSha384,
  scheme.rsaSha384,
  scheme.pssSha512,
  scheme.rsaSha512,
  scheme.rsaSha1,
]
export const win10Schemes: readonly number[] = [
  scheme.pssSha256,
  scheme.pssSha384,
  scheme.pssSha512,
  scheme.rsaSha256,
  scheme.rsaSha384,
  scheme.rsaSha1,
  scheme.ecdsaP256Sha256,
  scheme.ecdsaP384Sha384,
  scheme.ecdsaSha1,
  scheme.dsaSha1,
  scheme.rsaSha512,
  scheme.ecdsaP521Sha512,
]
export const fullSchemes: readonly number[] = [
  scheme.ecdsaP256Sha256,
  scheme.ecdsaP384Sha384,
  scheme.ecdsaP521Sha512,
  scheme.ed25519,
  scheme.ed448,
  scheme.pssSha256,
  scheme.pssSha384,
  scheme.pssSha512,
  scheme.rsaSha256,
  scheme.rsaSha384,
  scheme.rsaSha512,
]

/** As `fullSchemes`, with SHA-1 still taken at the end. */
export const fullSha1Schemes: readonly number[] = [...fullSchemes, scheme.rsaSha1, scheme.ecdsaSha1]
