/* stats_fuzz.c - any bytes are people's answers to a scale: every figure about it is in its range */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdbool.h>

#include "base/arena.h"
#include "base/check.h"
#include "engine/stats/agreement/agreement.h"
#include "engine/stats/agreement/concordance.h"
#include "engine/stats/agreement/icc.h"
#include "engine/stats/agreement/krippendorff.h"
#include "engine/stats/agreement/rwg.h"
#include "engine/stats/change/waves.h"
#include "engine/stats/covariance.h"
#include "engine/stats/quality.h"
#include "engine/stats/reliability/alpha.h"
#include "engine/stats/reliability/composite.h"
#include "engine/stats/reliability/factor.h"
#include "engine/stats/reliability/omega.h"
#include "engine/stats/reliability/polychoric.h"
#include "engine/stats/response/dif.h"
#include "engine/stats/response/graded.h"
#include "engine/stats/response/linking.h"
#include "engine/stats/response/mokken.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/within.h"

enum { ITEMS_MAX = 6, POINTS_MAX = 7, ROWS_MAX = 120, MANY = 1 + 2 * DIF_MEMBERS_LEAST };

struct fuzzed {
	struct arena *arena;
	struct ratings ratings;
	uint8_t *group;		/* 0 or 1, of a person */
};

/* Three bytes say the shape and whether rows are repeated until there are enough people for the models that need
 * many; then a byte for each answer. */
static struct fuzzed
fuzzed_from(struct arena *a, const uint8_t *bytes, size_t n)
{
	const size_t items = 1 + bytes[0] % ITEMS_MAX, points = 2 + bytes[1] % (POINTS_MAX - 1);
	size_t rows = (n - 3) / items, people;
	uint8_t **column = arena_make_n(a, items, uint8_t *);
	struct fuzzed f = { .arena = a };

	rows = rows > ROWS_MAX ? ROWS_MAX : rows;
	people = bytes[2] % 16 == 0 && rows > 0 ? (MANY / rows + 1) * rows : rows;
	f.group = arena_make_n(a, people, uint8_t);
	for (size_t i = 0; i < items; i++)
		column[i] = arena_make_n(a, people, uint8_t);
	for (size_t p = 0; p < people; p++) {
		const uint8_t *row = bytes + 3 + p % rows * items;

		f.group[p] = row[0] >> 7;
		for (size_t i = 0; i < items; i++)
			column[i][p] = (uint8_t)((row[i] & 127) % (points + 1));
	}
	f.ratings = (struct ratings){ (const uint8_t *const *)column, people, items, (unsigned)points };
	return f;
}

static void
check_computed(enum refusal refused, double x)
{
	CHECK((refused == REFUSED_NOT) == !isnan(x));
}

static void
check_interval(struct interval i, double value, double low, double high)
{
	check_within(i.lo, low, high);
	check_within(i.hi, low, high);
	CHECK(isnan(i.lo) == isnan(i.hi) && !(i.lo > value + 1e-9) && !(i.hi < value - 1e-9));
}

static void
check_converged(enum refusal refused, const struct convergence *c)
{
	CHECK(refused != REFUSED_NOT || c->gradient <= c->tolerance);
}

static void
check_alpha(const struct covariance *c)
{
	struct alpha a = alpha_of(c);
	struct alpha_item items[ITEMS_MAX];

	check_computed(a.refused, a.alpha);
	CHECK(!(a.alpha > 1 + 1e-12) && !(a.standardised > 1 + 1e-12) && !(a.sem < 0));
	CHECK(isnan(a.ci95.lo) || (a.ci95.lo <= a.alpha + 1e-12 && a.alpha <= a.ci95.hi + 1e-12 && a.ci95.hi <= 1));
	check_within(a.mean_r, -1, 1);
	alpha_items(c, items);
	for (size_t i = 0; i < c->items; i++) {
		check_within(items[i].rest_r, -1, 1);
		CHECK(!(items[i].if_dropped > 1 + 1e-12));
	}
}

static void
check_omega(struct arena *a, const struct covariance *c)
{
	struct omega o = omega_of(c);
	struct factor f = factor_of(a, c);

	CHECK(o.refused == f.refused);
	check_computed(o.refused, o.omega);
	check_converged(f.refused, &f.convergence);
	check_within(o.omega, 0, 1);
	check_interval(o.ci95, o.omega, 0, 1);
	check_within(f.p, 0, 1);
	check_within(f.cfi, 0, 1);
	CHECK(!(o.se < 0) && !(f.rmsea < 0) && !(f.srmr < 0) && !(f.chi_square < -1e-6));
	for (size_t i = 0; f.refused == REFUSED_NOT && i < f.items; i++)
		CHECK(isfinite(f.loading[i]) && f.error[i] > 0 && f.covariance[i * 2 * f.items + i] > 0);
}

static void
check_composite(const struct covariance *c)
{
	double weight[ITEMS_MAX], reliability[ITEMS_MAX];
	struct composite r;

	for (size_t i = 0; i < c->items; i++) {
		weight[i] = 1 + (double)i;
		reliability[i] = .5 + .1 * (double)(i % 6);
	}
	r = composite_of(c, weight, reliability);
	check_computed(r.refused, r.reliability);
	CHECK(!(r.reliability > 1 + 1e-12) && !(r.sem < 0));
}

static void
check_scale(const struct fuzzed *f)
{
	struct covariance listwise = covariance_listwise(f->arena, &f->ratings);
	struct covariance pairwise = covariance_pairwise(f->arena, &f->ratings);
	struct quality q = quality_count(&f->ratings, 2, .5);

	CHECK(listwise.people <= pairwise.people && pairwise.people <= f->ratings.people);
	check_alpha(&listwise);
	check_composite(&listwise);
	check_omega(f->arena, &listwise);
	alpha_of(&pairwise);
	omega_of(&pairwise);
	CHECK(q.long_runs <= q.people && q.flat <= q.people && q.people <= f->ratings.people);
}

static void
check_polychoric(const struct fuzzed *f)
{
	struct polychoric_matrix m = polychoric_matrix_of(f->arena, &f->ratings);
	const size_t items = f->ratings.items, cuts = f->ratings.points - 1;

	check_converged(m.correlation.refused, &m.convergence);
	if (m.correlation.refused != REFUSED_NOT)
		return;
	for (size_t i = 0; i < items * items; i++)
		CHECK(fabs(m.correlation.matrix[i]) <= 1);
	for (size_t i = 0; i < items; i++)
		for (size_t k = 1; k < cuts; k++)
			CHECK(m.thresholds[i * cuts + k - 1] <= m.thresholds[i * cuts + k]);
	check_omega(f->arena, &m.correlation);
}

static void
check_mokken(const struct fuzzed *f)
{
	struct mokken m = mokken_scale(f->arena, &f->ratings);

	check_computed(m.refused, m.scale.h);
	CHECK(!(m.scale.h > 1 + 1e-12) && !(m.scale.se < 0));
	for (size_t i = 0; m.refused == REFUSED_NOT && i < m.items; i++)
		CHECK(m.item[i].h <= 1 + 1e-12 && m.item[i].se >= 0);
}

static void
check_agreement(const struct fuzzed *f)
{
	const struct ratings *r = &f->ratings;
	int *counts = arena_make_n(f->arena, r->items * r->points, int);
	struct agreement a;

	for (size_t i = 0; i < r->items; i++)
		for (size_t p = 0; p < r->people; p++)
			if (r->column[i][p] > 0)
				counts[i * r->points + r->column[i][p] - 1]++;
	a = agreement_of(counts, r->items, r->points);
	check_computed(a.refused, a.ad);
	check_within(a.ad, 0, (r->points - 1) / 2.);
	check_within(a.rwg, 0, 1);
	check_within(a.awg, -1, 1);
	check_within(a.consensus, -1, 1);
	CHECK(!(a.variance < 0) && a.awg_items <= a.items && a.items <= r->items);
	CHECK(agreement_word(&a, r->points, 4) == AGREEMENT_UNKNOWN);
	if (r->people >= 2)
		check_within(rwg_critical(r->people, r->points, r->items), 0, 1);
}

static void
check_icc(const struct icc *icc)
{
	CHECK(!(icc->value > 1 + 1e-12) && !(icc->ci95.lo > icc->ci95.hi + 1e-12) && !(icc->ci95.hi > 1 + 1e-12));
	CHECK(!(icc->ci95.lo > icc->value + 1e-9) && !(icc->ci95.hi < icc->value - 1e-9));
}

static void
check_raters(const struct fuzzed *f)
{
	struct covariance c = covariance_listwise(f->arena, &f->ratings);
	struct icc_raters r = icc_raters_of(&c);
	const struct icc_form *form[] = { &r.oneway, &r.agreement, &r.consistency };
	struct concordance w = concordance_of(&f->ratings);

	for (int i = 0; i < 3; i++) {
		check_within(form[i]->p, 0, 1);
		check_icc(&form[i]->single);
		check_icc(&form[i]->mean);
	}
	check_computed(w.refused, w.w);
	check_within(w.w, 0, 1);
	check_within(w.p, 0, 1);
	for (int metric = KRIPPENDORFF_NOMINAL; metric <= KRIPPENDORFF_RATIO; metric++) {
		struct krippendorff k = krippendorff_of(&f->ratings, (enum krippendorff_metric)metric);

		check_computed(k.refused, k.alpha);
		check_within(k.alpha, -1, 1);
	}
}

/* Groups of people by their first answer. */
static void
check_groups(const struct fuzzed *f)
{
	const struct ratings *r = &f->ratings;
	struct group groups[POINTS_MAX];
	double *x = arena_make_n(f->arena, r->people, double);
	struct icc_oneway icc;

	for (unsigned g = 0; g < r->points; g++) {
		size_t n = 0;

		for (size_t p = 0; p < r->people; p++)
			if (r->column[0][p] == g + 1)
				x[n++] = r->column[r->items - 1][p];
		groups[g] = group_of(x, n);
	}
	icc = icc_oneway_of(groups, r->points);
	check_within(icc.p, 0, 1);
	check_icc(&icc.single);
	check_icc(&icc.mean);
	CHECK(!(icc.between < 0) && !(icc.within < 0) && !(icc.f < 0));
}

static void
check_item(const struct graded_item *item)
{
	CHECK(isfinite(item->parameter[0]) && item->se[0] > 0);
	for (unsigned k = 1; k < item->categories.n; k++)
		CHECK(isfinite(item->parameter[k]) && item->se[k] > 0 && item->threshold_se[k] >= 0 &&
		    (k == 1 || item->parameter[k] < item->parameter[k - 1]));
}

static void
check_scores(const struct fuzzed *f, const struct graded *g)
{
	const size_t n = f->ratings.people;
	double *theta = arena_make_n(f->arena, n, double), *se = arena_make_n(f->arena, n, double);

	graded_scores(g, &f->ratings, theta, se);
	for (size_t p = 0; p < n; p++) {
		check_within(theta[p], -6, 6);
		check_within(se[p], 0, 1.5);
	}
	check_within(graded_reliability(theta, se, n), 0, 1);
	for (int t = -3; t <= 3; t++)
		CHECK(graded_information(g, t) >= 0);
}

static void
check_graded(const struct fuzzed *f)
{
	static const struct linking_pair same[] = { { 0, 0 }, { 1, 1 }, { 2, 2 } };
	struct graded g = graded_fit(f->arena, &f->ratings);
	struct linking l;

	check_computed(g.refused, g.log_likelihood);
	check_converged(g.refused, &g.convergence);
	CHECK(!(g.log_likelihood > 0));
	if (g.refused != REFUSED_NOT)
		return;
	for (size_t i = 0; i < g.items; i++)
		check_item(&g.item[i]);
	check_scores(f, &g);
	l = linking_fit(&g, &g, same, 3);
	CHECK(l.refused != REFUSED_NOT || (fabs(l.slope - 1) < 1e-6 && fabs(l.intercept) < 1e-6));
}

static void
check_dif(const struct fuzzed *f)
{
	struct dif d = dif_test(f->arena, &f->ratings, f->group);

	check_computed(d.refused, d.mean);
	CHECK(d.members[0] + d.members[1] <= f->ratings.people && !(d.sd <= 0));
	for (size_t i = 0; d.refused == REFUSED_NOT && i < d.items; i++) {
		check_computed(d.item[i].refused, d.item[i].p);
		check_within(d.item[i].p, 0, 1);
		check_within(d.item[i].adjusted_p, 0, 1);
		CHECK(!(d.item[i].distance < 0) && !(fabs(d.item[i].shift) > d.item[i].distance + 1e-9));
	}
}

/* The first half of the people before, the second after, the same items. */
static void
check_waves(const struct fuzzed *f)
{
	const struct ratings *r = &f->ratings;
	const uint8_t *later[ITEMS_MAX];
	struct ratings before = *r, after = *r;
	struct wave_link item[ITEMS_MAX], person = { 0, 0 };
	struct wave_links items = { item, r->items }, people = { &person, r->people >= 2 };
	struct waves unlinked, linked;
	struct estimate change;

	before.people = after.people = r->people / 2;
	for (size_t i = 0; i < r->items; i++) {
		item[i] = (struct wave_link){ i, i };
		later[i] = r->column[i] + before.people;
	}
	after.column = later;
	unlinked = waves_unlinked(f->arena, &before, &after, &items, 1);
	linked = waves_linked(f->arena, &before, &after, &items, 1, &people);
	CHECK(linked.before.n == linked.after.n && linked.before.n <= 1);
	CHECK(unlinked.before.n <= before.people && unlinked.after.n <= after.people);
	change = waves_change(&unlinked);
	check_within(change.p, 0, 1);
	check_within(change.value, -(double)r->points, r->points);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct arena *a = arena_new();
	struct fuzzed f;

	if (n >= 3) {
		f = fuzzed_from(a, bytes, n);
		check_scale(&f);
		check_polychoric(&f);
		check_mokken(&f);
		check_agreement(&f);
		check_raters(&f);
		check_groups(&f);
		check_graded(&f);
		check_dif(&f);
		check_waves(&f);
	}
	arena_free(a);
	return 0;
}
