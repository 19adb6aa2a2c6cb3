export { canWrite } from './can-write.ts'
export { useSettingsTenant } from './use-settings-tenant.ts'
