// src/github/root.ts
const lastPage = /[?&]page=(\d+)[^>]*>; rel="last"/;
/**
* The first commit of a history that is not all here, which keys the fingerprints: the last that the API lists, since
* a commit is listed before its parents. Undefined when it cannot be asked for.
*/
const firstCommit = async ({ client, owner, repo }, head) => {
	const about = {
		owner,
		repo,
		sha: head,
		per_page: 1
	};
	const newest = await client.rest.repos.listCommits(about);
	const page = Number(lastPage.exec(newest.headers.link ?? "")?.[1] ?? 1);
	const { data } = page === 1 ? newest : await client.rest.repos.listCommits({
		...about,
		page
	});
	const commit = data[0];
	return commit?.parents.length === 0 ? commit.sha : void 0;
};
export { firstCommit };
