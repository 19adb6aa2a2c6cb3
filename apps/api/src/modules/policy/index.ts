export { regradeAll, regradeTenant } from './jobs/regrade.ts'
export { rulings, rulingsUnder } from './loaders.ts'
export { PolicyRef } from './schema.ts'
