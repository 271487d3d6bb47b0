"""What ``/api/v2/`` tells of; each app's endpoints stand in its own ``api``."""

from assets.api import AssetsEndpoint
from campaigns.api import ENDPOINTS
from core.open_data.router import OpenRouter
from core.open_data.telling import NAMESPACE
from themes.api import ThemesEndpoint

router = OpenRouter(NAMESPACE)
for endpoint in (ThemesEndpoint, *ENDPOINTS, AssetsEndpoint):
    router.register_endpoint(endpoint.kind, endpoint)
