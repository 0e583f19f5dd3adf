"""Frame in, Altair chart out; one module per chart, its function named after the question it draws."""

from dashboard.charts.concentration_trend import effective_trend, home_share_trend
from dashboard.charts.contact_months import contact_months
from dashboard.charts.contacts_due import contacts_due
from dashboard.charts.fit_trend import fit_trend
from dashboard.charts.home_share_change import home_share_change
from dashboard.charts.horizon import horizon
from dashboard.charts.hours_kept import hours_kept
from dashboard.charts.import_history import import_history
from dashboard.charts.industry_concentration import industry_concentration
from dashboard.charts.industry_gaps import industry_gaps
from dashboard.charts.industry_months import industry_months
from dashboard.charts.industry_trends import industry_trends, unit_trends
from dashboard.charts.intro_targets import intro_targets
from dashboard.charts.lineage import lineage
from dashboard.charts.loss_by_industry import loss_by_industry
from dashboard.charts.request_funnel import request_funnel
from dashboard.charts.review_queue import review_queue
from dashboard.charts.time_by_contact import time_by_contact
from dashboard.charts.touch_capacity import touch_capacity
from dashboard.charts.unit_shares import unit_shares
from dashboard.charts.week_plan import week_plan

__all__ = [
    "contact_months",
    "contacts_due",
    "effective_trend",
    "fit_trend",
    "home_share_change",
    "home_share_trend",
    "horizon",
    "hours_kept",
    "import_history",
    "industry_concentration",
    "industry_gaps",
    "industry_months",
    "industry_trends",
    "intro_targets",
    "lineage",
    "loss_by_industry",
    "request_funnel",
    "review_queue",
    "time_by_contact",
    "touch_capacity",
    "unit_shares",
    "unit_trends",
    "week_plan",
]
