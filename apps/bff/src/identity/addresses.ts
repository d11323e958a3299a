/** One-time tokens ride in the fragment: it reaches no server and no log. */
export const signInAddress = (baseUrl: string, token: string): string => `${baseUrl}/sign-in#token=${token}`;
