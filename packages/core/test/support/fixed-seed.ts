/**
 * Properties are checked with the same inputs in every run, so that a failure is of the change at hand; the fuzz scripts
 * and `SUNDOWN_SEED=random` look for new ones.
 */
import { configureGlobal } from 'fast-check'

const wish = process.env.SUNDOWN_SEED
if (wish !== 'random') configureGlobal({ seed: wish === undefined ? 20_261_123 : Number(wish) })
