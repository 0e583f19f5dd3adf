"""What people do, whatever their employer's industry: a small taxonomy of its own, in a fixed order."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Function:
    """A function: its fixed code and the words shown for it."""

    code: str
    label: str


FUNCTIONS = (
    Function("leadership", "General management"),
    Function("engineering", "Engineering & IT"),
    Function("data", "Data & analytics"),
    Function("product", "Product"),
    Function("project", "Project management"),
    Function("design", "Design & architecture"),
    Function("research", "Research & science"),
    Function("sales", "Sales"),
    Function("marketing", "Marketing & communications"),
    Function("customer", "Customer service"),
    Function("operations", "Operations & supply chain"),
    Function("finance", "Finance & insurance"),
    Function("legal", "Legal & compliance"),
    Function("hr", "People & recruiting"),
    Function("consulting", "Consulting & analysis"),
    Function("admin", "Administration"),
    Function("teaching", "Teaching"),
    Function("student", "Study & traineeship"),
    Function("care", "Health & social care"),
    Function("media", "Media, arts & languages"),
    Function("service", "Hospitality & services"),
    Function("trades", "Trades, transport & farming"),
    Function("security", "Police, military & security"),
    Function("public", "Politics & public office"),
    Function("community", "Community & faith"),
)
BY_FUNCTION = {function.code: function for function in FUNCTIONS}
