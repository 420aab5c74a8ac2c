/** The pages of this feature, hung below the root route. */
export const runsRoutes = [] as const;
